import { en } from './messages.en'
import { zh } from './messages.zh'

export const grantBatchesMessages = { 'zh-CN': zh, en }
