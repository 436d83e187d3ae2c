import { en } from './messages.en'
import { zh } from './messages.zh'

export const campaignsMessages = { 'zh-CN': zh, en }
