const zh = {
  slogan: '一场活动，一层层筑起来',
  pitch: '搭页面、配玩法、发奖励，花出去的每一分钱都有预算兜底。',
  title: '登录筑塔',
  email: '邮箱',
  emailRequired: '请填写邮箱',
  emailInvalid: '邮箱格式不对',
  password: '密码',
  passwordRequired: '请填写密码',
  submit: '登录',
  ends: {
    wrong: '邮箱或密码不对，请重新输入',
    too_many: '尝试次数太多，请过一分钟再试',
    offline: '连不上服务器，请检查网络后重试',
  },
  demoTitle: '这是演示环境，点一个账号即可填好',
  demoPhone: '想从会员的角度看看？',
  demoPhoneLink: '打开演示手机',
}

const en: typeof zh = {
  slogan: 'Campaigns, built step by step',
  pitch: 'Assemble pages, choose what members play, give rewards: every cent of it covered by a budget.',
  title: 'Sign in to Ziggurat',
  email: 'E-mail',
  emailRequired: 'Enter your e-mail',
  emailInvalid: 'This is not an e-mail address',
  password: 'Password',
  passwordRequired: 'Enter your password',
  submit: 'Sign in',
  ends: {
    wrong: 'E-mail or password is wrong. Try again',
    too_many: 'Too many attempts. Wait a minute and try again',
    offline: 'The server cannot be reached. Check your connection and try again',
  },
  demoTitle: 'This is a demo: pick an account to fill it in',
  demoPhone: 'Want to see it as a member?',
  demoPhoneLink: 'Open the demo phone',
}

export const signInMessages = { 'zh-CN': zh, en }
