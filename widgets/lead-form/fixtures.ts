import type { WidgetFixtures } from '../kit/fixtures'
import { defaults, type LeadFormConfig } from './config'
import type { FormField, LeadFormState } from './state'

const REWARD = 'rwd_0000000001'

const of = (
  key: string,
  kind: FormField['kind'],
  label: string,
  over: Partial<FormField> = {},
): FormField => ({
  key,
  kind,
  label,
  hint: '',
  isRequired: true,
  maxLength: 30,
  options: [],
  least: null,
  most: null,
  ...over,
})

const consent = { purpose: '我同意收集以上信息，仅用于本次活动与我联系', link: '/p/privacy' }

const open: LeadFormState = {
  phase: 'running',
  startsAt: '2026-11-09T16:00:00.000Z',
  endsAt: '2026-11-30T16:00:00.000Z',
  nextDayAt: '2026-11-11T16:00:00.000Z',
  isSignedIn: true,
  stage: 'open',
  fields: [of('name', 'name', '姓名'), of('phone', 'phone', '手机号')],
  consent,
  success: '提交成功，我们会在 1 个工作日内与你联系',
  isRepeatable: false,
  gift: '',
  latest: null,
}

const everyKind: LeadFormState = {
  ...open,
  fields: [
    ...open.fields,
    of('city', 'city', '所在城市', { maxLength: 60 }),
    of('store', 'choice', '想预约的门店', { options: ['西湖银泰店', '武林店', '滨江龙湖天街店'] }),
    of('wants', 'choices', '感兴趣的品类', {
      options: ['护肤', '彩妆', '香氛', '个人护理'],
      isRequired: false,
    }),
    of('day', 'date', '到店日期', { hint: '周一闭店，请选其他日子' }),
    of('guests', 'number', '同行人数', { least: 1, most: 5, hint: '含本人，最多 5 位' }),
    of('wish', 'longText', '想对我们说的话', { isRequired: false, maxLength: 300 }),
  ],
}

const latest = {
  id: 'grt_0000000001',
  rewardId: REWARD,
  title: '新客 100 积分',
  given: { kind: 'points' as const, points: 100 },
  state: 'granted' as const,
  grantedAt: '2026-11-11T02:00:00.000Z',
  expiresAt: '2027-11-11T02:00:00.000Z',
  useLink: '',
}

const config: LeadFormConfig = { ...defaults, privacyLink: '/p/privacy' }
const SEND = ['立即提交'] as const

export const fixtures: WidgetFixtures<LeadFormState, LeadFormConfig> = {
  versions: [
    {
      version: 1,
      props: { title: '预约报名', intro: '留下联系方式，我们会尽快与你联系', button: '立即提交' },
    },
  ],
  states: {
    open: { status: 'ready', state: open },
    everyKind: { status: 'ready', state: everyKind },
    problems: { status: 'ready', state: everyKind, taps: SEND },
    sending: {
      status: 'ready',
      state: { ...open, fields: [of('wish', 'text', '昵称', { isRequired: false })], consent: null },
      taps: SEND,
      answers: { submit: 'pending' },
    },
    failed: {
      status: 'ready',
      state: { ...open, fields: [of('wish', 'text', '昵称', { isRequired: false })], consent: null },
      taps: SEND,
      answers: { submit: 'offline' },
    },
    gift: { status: 'ready', state: { ...open, gift: '新客 100 积分' } },
    submitted: { status: 'ready', state: { ...open, stage: 'submitted' } },
    submittedToday: { status: 'ready', state: { ...open, stage: 'submitted_today' } },
    given: { status: 'ready', state: { ...open, stage: 'submitted', latest } },
    full: { status: 'ready', state: { ...open, stage: 'full' } },
    notStarted: {
      status: 'ready',
      state: { ...open, phase: 'not_started', startsAt: '2026-11-11T12:00:00.000Z' },
    },
    ended: { status: 'ready', state: { ...open, phase: 'ended' } },
    suspended: { status: 'ready', state: { ...open, phase: 'suspended' } },
    closed: { status: 'ready', state: { ...open, stage: 'closed' } },
    loggedOut: { status: 'ready', state: { ...open, isSignedIn: false } },
    offline: { status: 'offline', state: open },
    loading: { status: 'loading', state: open },
  },
  tool: {
    config,
    rewards: [],
    inputs: {
      submit: {
        answers: { name: '李小满', phone: '138 0013 8000' },
        consent: { purpose: config.purpose, link: config.privacyLink },
      },
    },
  },
}
