import { en } from './messages.en'
import { zh } from './messages.zh'

export const assetsMessages = { 'zh-CN': zh, en }
