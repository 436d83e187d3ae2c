import type { CheckKind, CheckLevel, CheckRule, CheckRules, CheckTerms } from '../../../schemas/check-rule'
import { ADVERTISING_WORDS, MINORS_WORDS, SENSITIVE_WORDS, SHARING_WORDS } from './default-words'

const rule = (level: CheckLevel, terms: CheckTerms = {}): CheckRule => ({ level, terms })
const ERROR = rule('error')
const WARNING = rule('warning')

/**
 * The rules as they come. What can be known for certain to harm a member or break the law is an
 * error; what needs somebody's judgement asks.
 */
export const DEFAULT_RULES: CheckRules = {
  bad_link: ERROR,
  private_link: ERROR,
  insecure_link: WARNING,
  // Pages that lead to each other are made and published one after the other.
  missing_page_link: WARNING,
  unpublished_link: WARNING,
  dead_anchor: WARNING,
  missing_link: WARNING,
  outside_link: WARNING,

  missing_image: WARNING,
  missing_alt: WARNING,
  contrast: WARNING,
  text_overflow: WARNING,
  image_heavy: rule('warning', { limit: 500 }),
  page_weight: rule('warning', { limit: 2_048 }),
  missing_share_title: WARNING,
  block_over: WARNING,

  tool_misconfigured: ERROR,
  tool_of_other_campaign: WARNING,
  campaign_over: WARNING,
  windows_apart: WARNING,
  tool_window_apart: WARNING,
  form_without_fields: ERROR,
  reward_off: WARNING,
  reward_expired: ERROR,
  reward_expires_early: WARNING,
  reward_sold_out: WARNING,
  budget_short: WARNING,

  advertising_words: rule('warning', { words: ADVERTISING_WORDS, skips: [] }),
  sensitive_words: rule('error', { words: SENSITIVE_WORDS, skips: [] }),
  sharing_words: rule('warning', { words: SHARING_WORDS, skips: [] }),
  shop_words: rule('warning', { words: [], skips: [] }),

  // 规范促销行为暂行规定 article 17: the highest prize of a draw is worth at most ¥50,000.
  prize_above_limit: rule('error', { limit: 5_000_000 }),
  draw_rules_missing: rule('warning', {
    parts: {
      odds: ['概率', '中奖率', '奖品数量', '份数', 'odds', 'chance of winning'],
      time: ['活动时间', '活动日期', '抽奖时间', 'runs from'],
      collecting: ['兑奖', '领奖', '领取方式', '奖品发放', '自动发放', '自动放进', '收货地址', 'my prizes'],
      organiser: ['主办', '举办方', '活动方', '由本店', 'organiser', 'organizer'],
      contact: ['客服', '联系电话', '联系方式', '咨询电话', '热线', 'contact'],
    },
  }),
  points_draw: rule('warning', { words: MINORS_WORDS }),
  crossed_out_price: WARNING,
  // 个人信息保护法 articles 13 and 17: consent, to a purpose that is told before it is asked for.
  form_without_purpose: ERROR,
  form_without_privacy: ERROR,
}

/** What of a rule can be changed besides its level: a rule's terms have just these. */
export function termsOf(kind: CheckKind): (keyof CheckTerms)[] {
  return Object.keys(DEFAULT_RULES[kind].terms) as (keyof CheckTerms)[]
}
