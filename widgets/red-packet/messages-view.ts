import type { ByLocale } from '../kit/messages'
import type { PacketFace } from './state'

export interface RedPacketMessages {
  title: string
  failedToLoad: string
  loading: string
  /** On the seal: one character to be tapped, or in one or two lines why it cannot be. */
  open: string
  seals: Record<Exclude<PacketFace, 'ready'>, string>
  /** What a tap on the seal does, for who hears it. */
  openLabel: string
  opening: string
  signIn: string
  leftToday: (count: number) => string
  doneToday: (perDay: number) => string
  sentAll: string
  soldOut: (when: string | undefined) => string
  notOffered: string
  opensAt: (when: string) => string
  opensIn: (left: string) => string
  faces: Record<'done' | 'budget_exhausted' | 'suspended' | 'ended' | 'not_eligible', string>
  youGot: string
  inBalance: string
  again: (count: number) => string
  today: string
  upTo: (yuan: string) => string
}

const zh: RedPacketMessages = {
  title: '红包',
  failedToLoad: '红包没有加载出来，请检查网络后刷新',
  loading: '红包正在赶来…',
  open: '開',
  seals: {
    not_started: '即将\n开抢',
    done_today: '明天\n再来',
    done: '已拆完',
    sold_out: '已抢完',
    budget_exhausted: '已抢完',
    suspended: '暂停中',
    ended: '已结束',
    not_eligible: '暂不\n可拆',
  },
  openLabel: '拆红包',
  opening: '正在拆…',
  signIn: '登录后拆红包',
  leftToday: (count) => `今天还能拆 ${count} 个`,
  doneToday: (perDay) => `今天拆完了，明天再来 ${perDay} 次`,
  sentAll: '今天发完了，明天再来',
  soldOut: (when) => (when ? `今日已抢完，${when} 再来` : '来晚啦，红包已抢完'),
  notOffered: '红包还没准备好，请稍后再来',
  opensAt: (when) => `${when} 开抢`,
  opensIn: (left) => `距开抢 ${left}`,
  faces: {
    done: '红包都拆完啦，感谢参与',
    budget_exhausted: '今日已抢完，下次早点来',
    suspended: '活动暂停中，请稍后再来',
    ended: '活动已结束，感谢参与',
    not_eligible: '你的账号暂不符合参与条件',
  },
  youGot: '恭喜你，拆到',
  inBalance: '已存入余额，可在积分商城抵扣',
  again: (count) => `再拆一个（还剩 ${count} 个）`,
  today: '今天拆到',
  upTo: (yuan) => `最高 ¥${yuan}`,
}

const en: RedPacketMessages = {
  title: 'Red packets',
  failedToLoad: 'The packets did not load. Check the network and reload',
  loading: 'Your packet is on its way…',
  open: '開',
  seals: {
    not_started: 'Soon',
    done_today: 'Done\ntoday',
    done: 'All\nopened',
    sold_out: 'All\ngone',
    budget_exhausted: 'All\ngone',
    suspended: 'Paused',
    ended: 'Ended',
    not_eligible: 'Not\nfor you',
  },
  openLabel: 'Open the packet',
  opening: 'Opening…',
  signIn: 'Sign in to open it',
  leftToday: (count) => `${count} more today`,
  doneToday: (perDay) => `All opened. ${perDay} more tomorrow`,
  sentAll: 'All sent today, come back tomorrow',
  soldOut: (when) => (when ? `All gone. Back ${when}` : 'Too late: all gone'),
  notOffered: 'Not ready yet, please come back',
  opensAt: (when) => `Opens ${when}`,
  opensIn: (left) => `Opens in ${left}`,
  faces: {
    done: 'You opened them all. Thank you!',
    budget_exhausted: 'All gone for today',
    suspended: 'Paused, please come back',
    ended: 'This has ended. Thank you!',
    not_eligible: 'Not for your account',
  },
  youGot: 'You got',
  inBalance: 'In your balance, to spend in the points mall',
  again: (count) => `One more (${count} left)`,
  today: 'Today',
  upTo: (yuan) => `Up to ¥${yuan}`,
}

export const viewMessages: ByLocale<RedPacketMessages> = { 'zh-CN': zh, en }

/** What a block without a tool says in the editor; apart, because no phone needs it. */
export const chooseTool = {
  'zh-CN': '在右侧选择或新建红包工具',
  en: 'Choose or create a red packet on the right',
}
