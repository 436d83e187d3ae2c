import { enMessages } from './messages.en'
import { zhMessages } from './messages.zh'

export const editorMessages = { 'zh-CN': zhMessages, en: enMessages }
