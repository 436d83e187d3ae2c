import { en } from './messages.en'
import { zh } from './messages.zh'

export const shippingMessages = { 'zh-CN': zh, en }
