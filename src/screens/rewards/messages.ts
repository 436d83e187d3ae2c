import { en } from './messages.en'
import { zh } from './messages.zh'

export const rewardsMessages = { 'zh-CN': zh, en }
