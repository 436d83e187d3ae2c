import type { ByLocale } from '../kit/messages'
import type { FormTraits } from '../kit/tool'

interface FormMessages {
  add: string
  addOf: (kind: string) => string
  lacks: string
  what: Record<FormTraits['lacks'][number], string>
  and: string
}

const zh: FormMessages = {
  add: '点一下就加一项，顺序可以在下面调整',
  addOf: (kind) => `添加${kind}`,
  lacks: '表单里有个人信息，补全下面的内容之前不会对会员开放',
  what: { purpose: '收集用途', privacy_link: '隐私政策链接' },
  and: '、',
}

const en: FormMessages = {
  add: 'A tap adds a field; its place can be changed below',
  addOf: (kind) => `Add: ${kind}`,
  lacks: 'The form asks for personal information, and stays closed to members until this is there',
  what: { purpose: 'the purpose', privacy_link: 'a link to the privacy text' },
  and: ', ',
}

/** What only the console's form says. */
export const formMessages: ByLocale<FormMessages> = { 'zh-CN': zh, en }
