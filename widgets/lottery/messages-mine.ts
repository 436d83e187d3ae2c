import type { ByLocale } from '../kit/messages'

interface MineMessages {
  mine: string
  noneYet: string
  allMine: string
}

const zh: MineMessages = {
  mine: '我的奖品',
  noneYet: '还没有奖品，去试试手气吧',
  allMine: '查看全部奖品',
}

const en: MineMessages = {
  mine: 'My prizes',
  noneYet: 'No prizes yet. Try your luck!',
  allMine: 'See all my prizes',
}

/** What is said of a member's prizes. */
export const mineMessages: ByLocale<MineMessages> = { 'zh-CN': zh, en }
