import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '线索表单',
    description: '请会员留下姓名、手机号等信息，结果可查看、可导出',
    fields: { title: '标题', intro: '说明', button: '按钮文字' },
    events: { submitted: '提交成功' },
    findings: {
      label_blank: '给这一项起个名字',
      key_twice: '这一项和前面的一项重复了，请删掉重新添加',
      options_missing: '至少写两个选项，一行一个',
      options_too_many: '最多 30 个选项',
      option_twice: '有两个选项一样',
      option_too_long: '每个选项最多 30 个字',
      range_reversed: '最大值不能小于最小值',
    },
    states: {
      open: '填写中',
      everyKind: '各种字段',
      problems: '没有填对',
      sending: '提交中',
      failed: '断网，没有提交上去',
      gift: '提交有礼',
      submitted: '已提交',
      submittedToday: '今天已提交',
      given: '提交成功，送了礼',
      full: '名额已满',
      notStarted: '未开始',
      ended: '已结束',
      suspended: '已暂停',
      closed: '还没准备好',
      loggedOut: '未登录',
      offline: '断网',
      loading: '加载中',
    },
    tool: {
      name: '线索表单',
      fields: {
        fields: '要填的内容',
        'fields.label': '名称',
        'fields.key': '编号',
        'fields.kind': '类型',
        'fields.isRequired': '必填',
        'fields.hint': '提示文字',
        'fields.options': '选项，一行一个',
        'fields.maxLength': '最多字数',
        'fields.least': '最小值',
        'fields.most': '最大值',
        purpose: '收集用途（会员勾选同意的那句话）',
        privacyLink: '隐私政策链接',
        limit: '每人可提交',
        cap: '总名额（不填不限）',
        success: '提交成功后显示',
        rewardId: '提交后赠送（可不填）',
      },
      groups: { consent: '个人信息授权', limits: '次数与名额', after: '提交之后' },
      options: {
        'fields.kind': {
          text: '单行文字',
          longText: '多行文字',
          name: '姓名',
          phone: '手机号',
          choice: '单选',
          choices: '多选',
          date: '日期',
          city: '城市 / 地区',
          number: '数字',
        },
        limit: { once: '一次', daily: '每天一次', often: '不限（每天最多 20 次）' },
      },
    },
  },
  en: {
    name: 'Lead form',
    description: 'Members leave a name, a number and what else is asked; staff see and export it',
    fields: { title: 'Title', intro: 'Introduction', button: 'Button' },
    events: { submitted: 'Sent in' },
    findings: {
      label_blank: 'Give this field a name',
      key_twice: 'This field is there twice: delete it and add it anew',
      options_missing: 'Write at least two options, one a line',
      options_too_many: 'At most 30 options',
      option_twice: 'Two options are the same',
      option_too_long: 'An option takes at most 30 characters',
      range_reversed: 'The greatest value cannot be below the least',
    },
    states: {
      open: 'Being filled in',
      everyKind: 'Every kind of field',
      problems: 'Filled in wrongly',
      sending: 'Being sent',
      failed: 'Offline, not sent',
      gift: 'With a gift',
      submitted: 'Sent in',
      submittedToday: 'Sent in today',
      given: 'Sent in, and a gift given',
      full: 'No places left',
      notStarted: 'Not started',
      ended: 'Ended',
      suspended: 'Suspended',
      closed: 'Not ready yet',
      loggedOut: 'Signed out',
      offline: 'Offline',
      loading: 'Loading',
    },
    tool: {
      name: 'Lead form',
      fields: {
        fields: 'What is asked',
        'fields.label': 'Name',
        'fields.key': 'Key',
        'fields.kind': 'Kind',
        'fields.isRequired': 'Required',
        'fields.hint': 'Hint',
        'fields.options': 'Options, one a line',
        'fields.maxLength': 'Characters at most',
        'fields.least': 'Least',
        'fields.most': 'Greatest',
        purpose: 'Purpose (what members tick)',
        privacyLink: 'Link to the privacy text',
        limit: 'Each member may send it in',
        cap: 'Places in all (empty: no limit)',
        success: 'Said after it was sent in',
        rewardId: 'Gift for sending it in (optional)',
      },
      groups: { consent: 'Consent', limits: 'Limits', after: 'Afterwards' },
      options: {
        'fields.kind': {
          text: 'One line of text',
          longText: 'Several lines of text',
          name: 'Name',
          phone: 'Mobile number',
          choice: 'One of several',
          choices: 'Some of several',
          date: 'Date',
          city: 'City / region',
          number: 'Number',
        },
        limit: { once: 'Once', daily: 'Once a day', often: 'Any number of times (20 a day)' },
      },
    },
  },
}

export interface LeadFormMessages {
  title: string
  optional: string
  chooseSome: string
  examples: { name: string; phone: string; city: string }
  /** What is missing or wrong, by what was asked. */
  fillIn: (label: string) => string
  pickOne: (label: string) => string
  tooLong: (limit: number) => string
  badPhone: string
  badDate: string
  badNumber: string
  atLeast: (limit: number) => string
  atMost: (limit: number) => string
  notOffered: string
  badText: string
  consentMissing: string
  consentChanged: string
  formChanged: string
  privacy: string
  gift: (title: string) => string
  sending: string
  signIn: string
  sent: string
  sentToday: string
  sentTodayMore: string
  again: string
  giftGone: string
  mine: string
  full: string
  fullMore: string
  ended: string
  suspended: string
  closed: string
  opensAt: (when: string) => string
  failedToLoad: string
  alreadySent: string
}

const zh: LeadFormMessages = {
  title: '线索表单',
  optional: '选填',
  chooseSome: '可多选',
  examples: { name: '请填写姓名', phone: '11 位手机号', city: '例如：浙江 杭州' },
  fillIn: (label) => `请填写${label}`,
  pickOne: (label) => `请选择${label}`,
  tooLong: (limit) => `最多 ${limit} 个字，请删减一些`,
  badPhone: '手机号不对，请填 11 位手机号',
  badDate: '日期不对，请重新选择',
  badNumber: '请填数字',
  atLeast: (limit) => `不能小于 ${limit}`,
  atMost: (limit) => `不能大于 ${limit}`,
  notOffered: '选项有变化，请重新选择',
  badText: '有不能识别的字符，请重新填写',
  consentMissing: '请先阅读并勾选同意',
  consentChanged: '授权说明有更新，请重新阅读并勾选',
  formChanged: '表单有更新，请检查后再提交',
  privacy: '《隐私政策》',
  gift: (title) => `提交就送 ${title}`,
  sending: '提交中…',
  signIn: '登录后提交',
  sent: '已提交',
  sentToday: '今天已提交',
  sentTodayMore: '明天可以再来填写',
  again: '再填一份',
  giftGone: '礼品已经送完了',
  mine: '我的奖励',
  full: '名额已满',
  fullMore: '下次早点来哦',
  ended: '活动已结束，感谢关注',
  suspended: '活动暂停中，请稍后再来',
  closed: '表单还没有开放',
  opensAt: (when) => `${when} 开始`,
  failedToLoad: '表单没有加载出来，请检查网络后刷新',
  alreadySent: '你已经提交过了，不用重复提交',
}

const en: LeadFormMessages = {
  title: 'Form',
  optional: 'optional',
  chooseSome: 'choose any',
  examples: { name: 'Your name', phone: 'Mobile number', city: 'For example: Zhejiang, Hangzhou' },
  fillIn: (label) => `Please fill in: ${label}`,
  pickOne: (label) => `Please choose: ${label}`,
  tooLong: (limit) => `At most ${limit} characters`,
  badPhone: 'That is no mobile number',
  badDate: 'That is no date',
  badNumber: 'Please give a number',
  atLeast: (limit) => `At least ${limit}`,
  atMost: (limit) => `At most ${limit}`,
  notOffered: 'The options have changed, please choose again',
  badText: 'There are characters in it that cannot be read',
  consentMissing: 'Please read this and tick it',
  consentChanged: 'This has changed: please read it and tick it again',
  formChanged: 'The form has changed, please look it over and send it again',
  privacy: 'Privacy policy',
  gift: (title) => `Yours for sending it in: ${title}`,
  sending: 'Sending…',
  signIn: 'Sign in and send',
  sent: 'Sent in',
  sentToday: 'Sent in today',
  sentTodayMore: 'You can fill it in again tomorrow',
  again: 'One more',
  giftGone: 'The gifts are all gone',
  mine: 'My rewards',
  full: 'No places left',
  fullMore: 'Come earlier next time',
  ended: 'This has ended. Thank you!',
  suspended: 'Paused for the moment, please come back',
  closed: 'This form is not open yet',
  opensAt: (when) => `Opens ${when}`,
  failedToLoad: 'The form did not load. Check the network and reload',
  alreadySent: 'You have sent it in already',
}

export const viewMessages: ByLocale<LeadFormMessages> = { 'zh-CN': zh, en }

/** What a block without a tool says in the editor; apart, because no phone needs it. */
export const chooseTool = {
  'zh-CN': '在右侧选择或新建线索表单',
  en: 'Choose or create a lead form on the right',
}
