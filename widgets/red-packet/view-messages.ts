import type { ByLocale } from '../kit/messages'
import type { PacketFace } from './state'

export interface RedPacketMessages {
  title: string
  mine: string
  failedToLoad: string
  chooseTool: string
  loading: string

  /** On the seal: one character to be tapped, or in one or two lines why it cannot be. */
  open: string
  send: string
  seals: Record<Exclude<PacketFace, 'ready'>, string>
  overSeals: Record<'empty' | 'expired', string>
  /** What a tap on the seal does, for who hears it. */
  openLabel: string
  sendLabel: string
  opening: string
  signIn: string
  signInToSend: string

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
  use: string
  again: (count: number) => string
  today: string
  upTo: (yuan: string) => string

  luckyFace: (yuan: string, parts: number) => string
  leftToSend: (count: number) => string
  howTo: string
  /** What to do one after the other, each with what comes of it. */
  steps: (o: { yuan: string; parts: number }) => [string, string][]
  mySent: string
  sentAt: (when: string) => string
  goesOn: string
  over: string
  fromYou: string
  from: (name: string) => string
  share: string
  shareOn: (count: number) => string
  shareTitle: (yuan: string) => string
  shareEndings: Record<'copied' | 'failed', string>
  partsLeft: (count: number, left: string) => string
  opened: (count: number, parts: number, yuan: string) => string
  me: string
  best: string
  empty: string
  expired: string
  unknown: string
  sendOne: string
  openedOnce: string
  openedBefore: string

  rulesOpen: (o: { min: string; max: string; perDay: number; total: number }) => string[]
  rulesShare: (o: {
    yuan: string
    parts: number
    hours: number
    perDay: number
    openPerDay: number
  }) => string[]
  rulesWindow: (from: string, until: string) => string
}

const zh: RedPacketMessages = {
  title: '红包',
  mine: '我的奖励',
  failedToLoad: '红包没有加载出来，请检查网络后刷新',
  chooseTool: '在右侧选择或新建红包工具',
  loading: '红包正在赶来…',

  open: '開',
  send: '发',
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
  overSeals: { empty: '派完了', expired: '已过期' },
  openLabel: '拆红包',
  sendLabel: '发一个拼手气红包',
  opening: '正在拆…',
  signIn: '登录后拆红包',
  signInToSend: '登录后发红包',

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
  use: '去使用',
  again: (count) => `再拆一个（还剩 ${count} 个）`,
  today: '今天拆到',
  upTo: (yuan) => `最高 ¥${yuan}`,

  luckyFace: (yuan, parts) => `共 ¥${yuan}，${parts} 人拼手气`,
  leftToSend: (count) => `今天还能发 ${count} 个`,
  howTo: '怎么玩',
  steps: ({ yuan, parts }) => [
    ['发一个红包', `共 ¥${yuan}，随机分成 ${parts} 份`],
    ['分享给好友', '好友能拆，你自己也能拆一份'],
    ['比比谁手气最佳', '拆到的钱马上存入余额'],
  ],
  mySent: '我发的红包',
  sentAt: (when) => `${when} 发出`,
  goesOn: '进行中',
  over: '已结束',
  fromYou: '你发出的红包',
  from: (name) => `${name} 送你一个红包`,
  share: '分享给好友',
  shareOn: (count) => `还剩 ${count} 个，喊好友来拆`,
  shareTitle: (yuan) => `送你一个拼手气红包，一起拆 ¥${yuan}`,
  shareEndings: { copied: '链接已复制，去粘贴给好友吧', failed: '没能分享出去，请用右上角菜单分享' },
  partsLeft: (count, left) => `还剩 ${count} 个，${left} 后没拆的退回`,
  opened: (count, parts, yuan) => `已拆 ${count}/${parts} 个，共 ¥${yuan}`,
  me: '我',
  best: '手气最佳',
  empty: '手慢了，红包派完了',
  expired: '红包已过期，没拆的已退回',
  unknown: '没有找到这个红包',
  sendOne: '我来发一个',
  openedOnce: '喊好友一起来拼手气',
  openedBefore: '这个红包你已经拆过了',

  rulesOpen: ({ min, max, perDay, total }) => [
    `每人每天可拆 ${perDay} 个红包，活动期间最多拆 ${total} 个，每天 0 点更新次数。`,
    `每个红包的金额在 ¥${min} 至 ¥${max} 之间随机，机会均等。`,
    '红包数量有限，先到先得，抢完即止。',
    '拆到的金额实时存入账户余额，可在积分商城抵扣。',
  ],
  rulesShare: ({ yuan, parts, hours, perDay, openPerDay }) => [
    `每人每天可发 ${perDay} 个拼手气红包，每个共 ¥${yuan}，随机分成 ${parts} 份，每份至少 ¥0.01。`,
    `把链接分享给好友，好友和你自己都能拆；同一个红包每人只能拆一次，每人每天最多拆 ${openPerDay} 个。`,
    '先拆后拆机会均等；全部拆完后，金额最高的人手气最佳。',
    `红包 ${hours} 小时内有效，活动结束时提前失效，没拆的部分退回活动，不计入任何人的余额。`,
    '拆到的金额实时存入账户余额，可在积分商城抵扣。',
  ],
  rulesWindow: (from, until) => `活动时间：${from} 至 ${until}。`,
}

const en: RedPacketMessages = {
  title: 'Red packets',
  mine: 'My rewards',
  failedToLoad: 'The packets did not load. Check the network and reload',
  chooseTool: 'Choose or create a red packet on the right',
  loading: 'Your packet is on its way…',

  open: '開',
  send: 'Go',
  seals: {
    not_started: 'Soon',
    done_today: 'See you\ntomorrow',
    done: 'All\nopened',
    sold_out: 'All\ngone',
    budget_exhausted: 'All\ngone',
    suspended: 'Paused',
    ended: 'Ended',
    not_eligible: 'Not\nfor you',
  },
  overSeals: { empty: 'All\ngone', expired: 'Expired' },
  openLabel: 'Open the packet',
  sendLabel: 'Send a lucky packet',
  opening: 'Opening…',
  signIn: 'Sign in to open it',
  signInToSend: 'Sign in to send one',

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
  use: 'Use it now',
  again: (count) => `One more (${count} left)`,
  today: 'Today',
  upTo: (yuan) => `Up to ¥${yuan}`,

  luckyFace: (yuan, parts) => `¥${yuan}, shared by ${parts}`,
  leftToSend: (count) => `${count} more to send today`,
  howTo: 'How to play',
  steps: ({ yuan, parts }) => [
    ['Send a packet', `¥${yuan} in ${parts} random parts`],
    ['Share it with friends', 'They open it, and so can you'],
    ['See who has the best luck', 'The money is in the balance at once'],
  ],
  mySent: 'Packets I sent',
  sentAt: (when) => `Sent ${when}`,
  goesOn: 'Open',
  over: 'Over',
  fromYou: 'Your packet',
  from: (name) => `A packet from ${name}`,
  share: 'Share with friends',
  shareOn: (count) => `${count} left: call your friends`,
  shareTitle: (yuan) => `A lucky packet for you: share ¥${yuan}`,
  shareEndings: {
    copied: 'Link copied: paste it to a friend',
    failed: 'Could not share: use the menu at the top',
  },
  partsLeft: (count, left) => `${count} left, for ${left}`,
  opened: (count, parts, yuan) => `${count} of ${parts} opened, ¥${yuan} in all`,
  me: 'me',
  best: 'Best luck',
  empty: 'Too late: all parts are gone',
  expired: 'Expired: what was left went back',
  unknown: 'There is no such packet',
  sendOne: 'Send one myself',
  openedOnce: 'Call your friends to join',
  openedBefore: 'You have opened this packet',

  rulesOpen: ({ min, max, perDay, total }) => [
    `You can open ${perDay} packets a day and ${total} in all; the day begins at midnight.`,
    `Each holds between ¥${min} and ¥${max}, every amount as likely as any other.`,
    'There are only so many packets: first come, first served.',
    'The money is in your balance at once and can be spent in the points mall.',
  ],
  rulesShare: ({ yuan, parts, hours, perDay, openPerDay }) => [
    `You can send ${perDay} lucky packets a day: ¥${yuan} each, split into ${parts} random parts of at least ¥0.01.`,
    `Share the link: friends and you can open it, each of you once, and ${openPerDay} packets a day at most.`,
    'When you open makes no difference to your chances. The largest part has the best luck.',
    `A packet lasts ${hours} hours, but no longer than the campaign; unopened parts go back and are nobody’s.`,
    'The money is in your balance at once and can be spent in the points mall.',
  ],
  rulesWindow: (from, until) => `From ${from} until ${until}.`,
}

export const viewMessages: ByLocale<RedPacketMessages> = { 'zh-CN': zh, en }
