import type { ByLocale } from '../kit/messages'

/** What the lottery's form says beside its generated fields. */
export interface FormMessages {
  pool: string
  sumRight: string
  sumShort: (missing: string) => string
  sumOver: (over: string) => string
  simulate: string
  simulateHint: string
  title: string
  drawsPerDay: string
  drawsPerMember: string
  run: (draws: string) => string
  again: string
  stop: string
  running: (made: string) => string
  stopped: (made: string) => string
  invalid: string
  noCampaign: string
  failed: string
  retry: string
  notYet: string
  winRate: string
  perDraw: string
  byEnd: string
  byEndDraws: (draws: string) => string
  budget: string
  budgetLasts: string
  budgetGone: (when: string) => string
  refused: (draws: string) => string
  columns: { prize: string; odds: string; given: string; cost: string; gone: string }
  set: string
  drawn: string
  instead: (count: string) => string
  lasts: string
  goneAtStart: string
  nothing: string
  assumption: string
}

const zh: FormMessages = {
  pool: '奖池',
  sumRight: '合计 100%',
  sumShort: (missing) => `还差 ${missing}`,
  sumOver: (over) => `多了 ${over}`,
  simulate: '模拟抽奖',
  simulateHint: '保存前，用现在填的配置抽一百万次，看看会发出什么、花多少钱、什么时候抽完。',
  title: '模拟抽奖',
  drawsPerDay: '预计每天抽奖',
  drawsPerMember: '每人大约抽',
  run: (draws) => `模拟 ${draws} 次`,
  again: '再模拟一次',
  stop: '停止',
  running: (made) => `已抽 ${made} 次`,
  stopped: (made) => `已停止，以下是前 ${made} 次的结果`,
  invalid: '配置里还有内容要改，改好后才能模拟',
  noCampaign: '请先选择所属活动：时间和预算跟着活动走',
  failed: '奖励和预算没有加载出来',
  retry: '重试',
  notYet: '填好预计的抽奖次数，开始模拟。用的就是会员抽奖时的那套规则，不会动真实的库存和预算。',
  winRate: '中奖率',
  perDraw: '平均每次花费',
  byEnd: '到活动结束预计花费',
  byEndDraws: (draws) => `约 ${draws} 次抽奖`,
  budget: '活动可用预算',
  budgetLasts: '够用到活动结束',
  budgetGone: (when) => `${when} 用完`,
  refused: (draws) => `奖品全部抽完后，有 ${draws} 次没能抽奖（不扣次数）。`,
  columns: { prize: '奖品', odds: '中奖率', given: '发出', cost: '花费', gone: '何时抽完' },
  set: '设定',
  drawn: '抽中',
  instead: (count) => `抽中 ${count}`,
  lasts: '没抽完',
  goneAtStart: '现在就没有库存',
  nothing: '不送奖励',
  assumption:
    '抽奖次数在一天里均匀分布；花费按奖励的预占金额计算。「发出」与「抽中」不同，是因为发完、未放出或未解锁时改发了兜底，或触发了保底。',
}

const en: FormMessages = {
  pool: 'Prize pool',
  sumRight: '100 % in all',
  sumShort: (missing) => `${missing} missing`,
  sumOver: (over) => `${over} too much`,
  simulate: 'Simulate',
  simulateHint:
    'Before you save: draw a million times by what is typed here, and see what is given, what it costs and when it runs out.',
  title: 'Simulated draws',
  drawsPerDay: 'Draws a day, about',
  drawsPerMember: 'Draws per member, about',
  run: (draws) => `Simulate ${draws} draws`,
  again: 'Simulate again',
  stop: 'Stop',
  running: (made) => `${made} drawn`,
  stopped: (made) => `Stopped: this is what the first ${made} draws came to`,
  invalid: 'Some of the configuration needs a change before it can be simulated',
  noCampaign: 'Choose the campaign first: window and budget come from it',
  failed: 'Rewards and budget did not load',
  retry: 'Try again',
  notYet:
    'Say how many draws you expect, and start. The rules are the very ones members draw by; no real stock or money is touched.',
  winRate: 'Draws that win',
  perDraw: 'Cost of a draw',
  byEnd: 'Expected by the campaign’s end',
  byEndDraws: (draws) => `about ${draws} draws`,
  budget: 'The campaign can spend',
  budgetLasts: 'Lasts to the campaign’s end',
  budgetGone: (when) => `Used up ${when}`,
  refused: (draws) => `Once every prize was gone, ${draws} draws were refused (no chance is taken).`,
  columns: { prize: 'Prize', odds: 'Odds', given: 'Given', cost: 'Cost', gone: 'Runs out' },
  set: 'set',
  drawn: 'drawn',
  instead: (count) => `${count} drawn`,
  lasts: 'Lasts',
  goneAtStart: 'Out of stock already',
  nothing: 'No reward',
  assumption:
    'Draws are spread evenly over the day; costs are what each reward sets aside. “Given” differs from “drawn” where the fallback took the place of what was out, unreleased or locked, or where pity came first.',
}

export const formMessages: ByLocale<FormMessages> = { 'zh-CN': zh, en }
