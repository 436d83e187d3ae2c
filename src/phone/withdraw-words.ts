import type { ByLocale } from '../../widgets/kit/messages'
import type { Payout, WithdrawAnswer } from './payout-api'
import type { AmountProblem } from './withdraw-amount'

type Rule = Extract<WithdrawAnswer, { status: 'refused' }>['rule']

interface WithdrawWords {
  open: string
  title: string
  amount: string
  available: (yuan: string) => string
  all: string
  rules: (minimum: string, times: number, yuan: string) => string
  leftToday: (times: number, yuan: string) => string
  nothingLeftToday: string
  belowMinimum: (minimum: string) => string
  /** When the money comes, said before it is asked for. */
  when: string
  submit: string
  submitting: string
  done: (yuan: string) => string
  doneHint: string
  again: string
  problems: Record<AmountProblem, string>
  refused: Record<Rule, string>
  tooOften: string
  records: string
  noRecords: string
  states: Record<Payout['state'], string>
  /** What a state means for the member, where the word alone does not say it. */
  about: Partial<Record<Payout['state'], string>>
}

const zh: WithdrawWords = {
  open: '提现',
  title: '余额提现',
  amount: '提现金额（元）',
  available: (yuan) => `可提现余额 ¥${yuan}`,
  all: '全部提现',
  rules: (minimum, times, yuan) => `单笔至少 ¥${minimum}，每天最多 ${times} 笔、共 ¥${yuan}`,
  leftToday: (times, yuan) => `今天还可提 ${times} 笔，共 ¥${yuan}`,
  nothingLeftToday: '今天的提现额度已用完，明天再来吧',
  belowMinimum: (minimum) => `余额满 ¥${minimum} 就可以提现了`,
  when: '商家财务核对后打款，预计 1–3 个工作日到账。没能打款的会退回余额。',
  submit: '确认提现',
  submitting: '提交中…',
  done: (yuan) => `已申请提现 ¥${yuan}`,
  doneHint: '预计 1–3 个工作日到账，进度可以在下方查看',
  again: '再提一笔',
  problems: {
    empty: '请输入提现金额',
    not_an_amount: '请输入正确的金额，最多两位小数',
    below_minimum: '低于单笔最低金额',
    above_balance: '超过了可提现余额',
    above_day: '超过了今天还可提现的金额',
  },
  refused: {
    minimum: '低于单笔最低金额，没有提现',
    balance: '余额不足，没有提现。余额已更新，请重新填写',
    times_per_day: '今天的提现次数已用完，明天再来吧',
    amount_per_day: '超过了今天还可提现的金额，没有提现',
    identity_required: '你有大额中奖待实名，请先填写实名信息，再来提现',
  },
  tooOften: '这次提现和上一次不一致，请关闭后重新填写',
  records: '提现记录',
  noRecords: '还没有提现过',
  states: {
    claim_pending: '待打款',
    paying: '打款中',
    paid: '已打款',
    returned: '已退回余额',
    failed: '打款未成功',
  },
  about: { failed: '商家正在处理，会重新打款或退回余额' },
}

const en: WithdrawWords = {
  open: 'Withdraw',
  title: 'Withdraw cash',
  amount: 'Amount (¥)',
  available: (yuan) => `Available: ¥${yuan}`,
  all: 'All of it',
  rules: (minimum, times, yuan) => `At least ¥${minimum} each; up to ${times} a day, ¥${yuan} in all`,
  leftToday: (times, yuan) => `Left today: ${times}, up to ¥${yuan}`,
  nothingLeftToday: 'Today’s limit is used up. Come back tomorrow',
  belowMinimum: (minimum) => `You can withdraw from ¥${minimum} on`,
  when: 'The shop checks and pays it, usually within 1–3 working days. What cannot be paid comes back to your balance.',
  submit: 'Withdraw',
  submitting: 'Sending…',
  done: (yuan) => `¥${yuan} is on its way`,
  doneHint: 'It usually takes 1–3 working days. Follow it below',
  again: 'Withdraw more',
  problems: {
    empty: 'Enter an amount',
    not_an_amount: 'Enter an amount with at most two decimals',
    below_minimum: 'This is below the minimum',
    above_balance: 'This is more than you have',
    above_day: 'This is more than is left for today',
  },
  refused: {
    minimum: 'This is below the minimum; nothing was taken',
    balance: 'Your balance does not cover this; nothing was taken',
    times_per_day: 'No more withdrawals today. Come back tomorrow',
    amount_per_day: 'This is more than is left for today; nothing was taken',
    identity_required: 'You won a large prize. Tell us who you are first, then withdraw',
  },
  tooOften: 'This differs from what was sent before. Close this and start again',
  records: 'Withdrawals',
  noRecords: 'None yet',
  states: {
    claim_pending: 'Waiting',
    paying: 'Being paid',
    paid: 'Paid',
    returned: 'Back in your balance',
    failed: 'Not paid yet',
  },
  about: { failed: 'The shop is looking into it: it is paid again or comes back' },
}

export const withdrawWords: ByLocale<WithdrawWords> = { 'zh-CN': zh, en }
