import type { TaxIdentity } from '../../schemas/tax-identity'
import type { ByLocale } from '../../widgets/kit/messages'

type ByPart = Record<keyof TaxIdentity, string>

interface IdentityWords {
  /** Why it is asked for, and what waits for it. */
  why: string
  open: string
  given: string
  change: string

  title: string
  about: string
  parts: ByPart
  examples: ByPart
  problems: ByPart
  consent: string
  submit: string
  saved: (identity: TaxIdentity) => string
  refused: string
  declared: string
}

const zh: IdentityWords = {
  why: '你中了大额奖品，填写实名信息后才能发货或提现',
  open: '填写实名信息',
  given: '实名信息已提交',
  change: '修改',

  title: '实名信息',
  about: '大额中奖要向税务机关申报，税款由商家承担',
  parts: { name: '真实姓名', number: '身份证号' },
  examples: { name: '与身份证一致', number: '18 位居民身份证号码' },
  problems: { name: '请填写身份证上的姓名', number: '身份证号不正确，请核对' },
  consent: '我同意商家加密保存我的姓名和身份证号，仅用于中奖所得的个人所得税申报',
  submit: '提交',
  saved: ({ name, number }) => `已提交：${name} ${number}`,
  refused: '实名信息没有通过检查，请核对后再提交',
  declared: '实名信息已用于申报，不能再修改，如有问题请联系客服',
}

const en: IdentityWords = {
  why: 'You won a large prize. Tell us who you are to have it sent or to withdraw it',
  open: 'Add your identity',
  given: 'Your identity is with us',
  change: 'Change',

  title: 'Your identity',
  about: 'Large prizes are declared to the tax office; the shop bears the tax',
  parts: { name: 'Name', number: 'ID number' },
  examples: { name: 'As on your identity card', number: '18 characters' },
  problems: {
    name: 'Enter your name as on your identity card',
    number: 'This is not the number of an identity card',
  },
  consent:
    'I agree that the shop keeps my name and identity number, encrypted, to declare the tax on what I win and nothing else',
  submit: 'Save',
  saved: ({ name, number }) => `Saved: ${name} ${number}`,
  refused: 'This was not accepted. Please check it',
  declared: 'It was declared already and is final. Please contact support',
}

export const identityWords: ByLocale<IdentityWords> = { 'zh-CN': zh, en }
