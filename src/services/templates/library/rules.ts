import type { z } from 'zod'
import type { RichBlock } from '@/schemas/rich-text'
import type { CreateReward } from '../../rewards'
import { type Draft, heading, item, paragraph } from './blocks'
import type { PlayTemplate } from './template'
import { type PlayWindow, sayInstant, sayWindow } from './window'

/** What only the shop knows. Checks find these brackets until it is written. */
const ORGANISER = '【请填写：主办方全称】'
const CONTACT = '【请填写：客服电话或在线客服入口】'

interface RulesText {
  window: PlayWindow
  /** Who may take part. */
  who?: string
  how: string[]
  rewards: PlayTemplate['rewards']
  /** Odds of each prize, when it is a draw: published before it begins, as the law asks. */
  odds?: { name: string; weight: number; reward?: string }[]
  /** Points may buy chances. */
  hasPaidChances?: boolean
  more?: string[]
}

/** The rules of a campaign, whole: who, when, how, what and how many, until when it is collected, and who answers for it. */
export function rulesText(o: RulesText): RichBlock[] {
  const { window, who = '活动期间登录的会员均可参与，同一会员的不同设备、账号视为同一人。', how, odds } = o
  return [
    heading('一、活动时间'),
    paragraph(`${sayWindow(window)}。`),
    heading('二、参与对象'),
    paragraph(who),
    heading('三、参与方式'),
    ...how.map((each) => item(each)),
    heading(odds ? '四、奖品、数量与中奖概率' : '四、奖励与数量'),
    ...(odds ? sayOdds(odds, o.rewards) : Object.values(o.rewards).map((each) => item(sayReward(each)))),
    ...(odds
      ? [
          paragraph(
            '概率为每次抽奖的公示概率，奖品数量有限，抽完即止；已抽完的奖品由保底奖品或「谢谢参与」代替。',
          ),
        ]
      : []),
    heading('五、发放与兑奖'),
    item('奖励实时发放，可在「我的奖励」查看；优惠券在券面有效期内使用，逾期作废，不找零、不兑现。'),
    item(
      `实物奖品请在 ${sayInstant(window.timeZone, window.collectsUntil)} 前填写收货地址，逾期未填视为放弃；中奖需缴纳的税款由主办方承担。`,
    ),
    heading('六、其他说明'),
    ...(o.hasPaidChances ? [item('未成年人不得使用积分兑换抽奖次数。')] : []),
    ...(o.more ?? []).map((each) => item(each)),
    item('以程序自动操作、批量账号等方式参与的，主办方有权取消资格并收回奖励。'),
    item('活动规则如有调整，将在本页提前公示，且不影响会员已经获得的权益。'),
    heading('七、主办方与联系方式'),
    paragraph(`主办方：${ORGANISER}；联系方式：${CONTACT}。`),
  ]
}

function sayOdds(odds: NonNullable<RulesText['odds']>, rewards: PlayTemplate['rewards']): RichBlock[] {
  return odds.map(({ name, weight, reward }) => {
    const stock = reward === undefined ? undefined : rewards[reward]?.stock
    const count = stock === undefined ? '' : `，共 ${stock.toLocaleString('en-US')} 份`
    return item(`${name}：概率 ${sayPercent(weight)}${count}。`)
  })
}

/** Parts per million as a percentage without zeros at its end. */
function sayPercent(ppm: number): string {
  return `${(ppm / 10_000).toFixed(4).replace(/\.?0+$/, '')}%`
}

const yuan = (fen: number) => String(fen / 100)

function sayReward({ title, terms, stock }: z.input<typeof CreateReward>): string {
  const count = `共 ${stock.toLocaleString('en-US')} 份`
  if (terms.kind === 'coupon') {
    const off = terms.thresholdFen === 0 ? '无门槛减' : `满 ${yuan(terms.thresholdFen)} 元减`
    const days = terms.validity.kind === 'days' ? `，领取后 ${terms.validity.days} 天内有效` : ''
    return `${title}：${off} ${yuan(terms.amountFen)} 元${days}，${count}。`
  }
  if (terms.kind === 'cash') return `${title}：单个不超过 ${yuan(terms.amountFen)} 元，存入余额，${count}。`
  return `${title}：${count}。`
}

type Display = { display: 'tag'; top?: number; side?: 'left' | 'right' } | { display: 'button' | 'inline' }

/** The rules as a block. */
export function rules(text: RichBlock[], how: Display): Draft {
  const { side = 'right', top = 16 } = how.display === 'tag' ? how : {}
  return { type: 'rules', props: { title: '活动规则', text, display: how.display, side, top } }
}
