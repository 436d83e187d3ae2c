import { z } from 'zod'
import { defineWidget, type LintFinding } from '../kit/definition'
import { field } from '../kit/fields'
import type { ExpandingState } from './state'

const props = z.strictObject({
  title: field.text({ max: 20 }),
  /** One line that invites to play; never that sharing by itself is rewarded. */
  slogan: field.text({ max: 24 }),
  /**
   * Whether friends may be invited in WeChat, which forbids to reward sharing there. A friend's real
   * help is what counts here, yet the shop answers for it: off unless somebody decides otherwise.
   */
  isInWechat: field.switch(),
})

export type ExpandingPacketProps = z.infer<typeof props>

/** Words that promise something for the act of sharing, which WeChat forbids wherever they stand. */
const REWARDS_SHARING = /(分享|转发|邀请)[^，。！]{0,6}(得|领|赚|送|奖)|share (to|and) (get|earn|win)/i

export const definition = defineWidget({
  type: 'expanding-packet',
  version: 1,
  props,
  icon: 'M12 3c5 0 8 3.6 8 8.4S16.6 20 12 20s-8-3.8-8-8.6S7 3 12 3z M12 8v7 M9 12l3 3 3-3 M8 5.5c2 2.4 6 2.4 8 0 M11 22h2',
  defaults: { title: '膨胀红包', slogan: '好友帮一下，红包大一圈', isInWechat: false },
  group: 'marketing',
  usesTool: true,
  isStatic: false,
  tells: {
    phase: ({ phase }: ExpandingState) => phase,
    soldOut: ({ supply }: ExpandingState) => supply === 'sold_out',
  },
  lint: ({ title, slogan, isInWechat }) => {
    const findings: LintFinding[] = []
    if (isInWechat) findings.push({ level: 'warning', code: 'shown_in_wechat' })
    if (REWARDS_SHARING.test(`${title} ${slogan}`))
      findings.push({ level: 'warning', code: 'words_reward_sharing' })
    return findings
  },
})
