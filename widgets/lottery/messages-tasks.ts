import type { ByLocale } from '../kit/messages'

interface TasksMessages {
  tasks: string
  left: (chances: number) => string
  havePoints: (points: number) => string
  buy: (points: number) => string
  bought: (done: number, limit: number) => string
  short: (missing: number) => string
  exchange: string
  visit: (title: string) => string
  visitHint: string
  go: string
  done: string
  earned: string
  noWay: string
}

const zh: TasksMessages = {
  tasks: '赚抽奖次数',
  left: (chances) => `剩余 ${chances} 次`,
  havePoints: (points) => `我的积分 ${points}`,
  buy: (points) => `用 ${points} 积分换 1 次`,
  bought: (done, limit) => `今日已换 ${done}/${limit}`,
  short: (missing) => `还差 ${missing} 积分`,
  exchange: '去兑换',
  visit: (title) => `逛逛${title}`,
  visitHint: '每日一次，+1 次机会',
  go: '去逛逛',
  done: '已完成',
  earned: '抽奖次数 +1，快去试试手气',
  noWay: '今天的次数用完了，明天再来吧',
}

const en: TasksMessages = {
  tasks: 'Earn chances',
  left: (chances) => `${chances} left`,
  havePoints: (points) => `${points} points`,
  buy: (points) => `${points} points for 1 chance`,
  bought: (done, limit) => `${done} of ${limit} today`,
  short: (missing) => `${missing} more points needed`,
  exchange: 'Swap',
  visit: (title) => `Visit ${title}`,
  visitHint: 'Once a day, +1 chance',
  go: 'Visit',
  done: 'Done',
  earned: 'One more chance: try your luck',
  noWay: 'No chances left for today. Come back tomorrow',
}

/** What is said of the ways to earn chances. */
export const tasksMessages: ByLocale<TasksMessages> = { 'zh-CN': zh, en }
