import type { ByLocale } from '../kit/messages'

export interface SharingMessages {
  send: string
  overSeals: Record<'empty' | 'expired', string>
  sendLabel: string
  signInToSend: string
  luckyFace: (yuan: string, parts: number) => string
  leftToSend: (count: number) => string
  howTo: string
  /** What to do one after the other, each with what comes of it. */
  steps: (o: { yuan: string; parts: number }) => [string, string][]
  mySent: string
  sentAt: (when: string) => string
  look: string
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
  emptyMine: string
  expired: string
  unknown: string
  sendOne: string
  sendAnother: string
  openedOnce: string
  openedBefore: string
  compare: string
}

const zh: SharingMessages = {
  send: '发',
  overSeals: { empty: '派完了', expired: '已过期' },
  sendLabel: '发一个拼手气红包',
  signInToSend: '登录后发红包',
  luckyFace: (yuan, parts) => `共 ¥${yuan}，${parts} 人拼手气`,
  leftToSend: (count) => `今天还能发 ${count} 个`,
  howTo: '怎么玩',
  steps: ({ yuan, parts }) => [
    ['发一个红包', `红包由商家出资，共 ¥${yuan}，随机分成 ${parts} 份`],
    ['分享给好友', '好友能拆，你自己也能拆一份'],
    ['比比谁手气最佳', '拆到的钱马上存入余额'],
  ],
  mySent: '我发的红包',
  sentAt: (when) => `${when} 发出`,
  look: '查看',
  over: '已结束',
  fromYou: '你发出的红包',
  from: (name) => `${name} 送你一个红包`,
  share: '分享给好友',
  shareOn: (count) => `还剩 ${count} 个，喊好友来拆`,
  shareTitle: (yuan) => `送你一个拼手气红包，一起拆 ¥${yuan}`,
  shareEndings: { copied: '链接已复制，去粘贴给好友吧', failed: '没能分享出去，请用右上角菜单分享' },
  partsLeft: (count, left) => `还剩 ${count} 个，${left} 后失效`,
  opened: (count, parts, yuan) => `已拆 ${count}/${parts} 个，共 ¥${yuan}`,
  me: '我',
  best: '手气最佳',
  empty: '手慢了，红包派完了',
  emptyMine: '你的红包已被抢光',
  expired: '红包已过期，没拆的已失效',
  unknown: '没有找到这个红包',
  sendOne: '我来发一个',
  sendAnother: '再发一个',
  openedOnce: '喊好友一起来拼手气',
  openedBefore: '这个红包你已经拆过了',
  compare: '红包派完啦，看看谁手气最佳',
}

const en: SharingMessages = {
  send: 'Go',
  overSeals: { empty: 'All\ngone', expired: 'Expired' },
  sendLabel: 'Send a lucky packet',
  signInToSend: 'Sign in to send one',
  luckyFace: (yuan, parts) => `¥${yuan}, shared by ${parts}`,
  leftToSend: (count) => `${count} more to send today`,
  howTo: 'How to play',
  steps: ({ yuan, parts }) => [
    ['Send a packet', `The shop pays: ¥${yuan} in ${parts} random parts`],
    ['Share it with friends', 'They open it, and so can you'],
    ['See who has the best luck', 'The money is in the balance at once'],
  ],
  mySent: 'Packets I sent',
  sentAt: (when) => `Sent ${when}`,
  look: 'View',
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
  partsLeft: (count, left) => `${count} left, lapsing in ${left}`,
  opened: (count, parts, yuan) => `${count} of ${parts} opened, ¥${yuan} in all`,
  me: 'me',
  best: 'Best luck',
  empty: 'Too late: all parts are gone',
  emptyMine: 'All of your packet is gone',
  expired: 'Expired, with what was left',
  unknown: 'There is no such packet',
  sendOne: 'Send one myself',
  sendAnother: 'Send another',
  openedOnce: 'Call your friends to join',
  openedBefore: 'You have opened this packet',
  compare: 'All opened: see who was luckiest',
}

export const sharingMessages: ByLocale<SharingMessages> = { 'zh-CN': zh, en }
