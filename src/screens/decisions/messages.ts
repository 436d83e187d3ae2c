import { en } from './messages.en'
import { zh } from './messages.zh'

export const decisionsMessages = { 'zh-CN': zh, en }
