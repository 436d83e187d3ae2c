const zh = {
  title: '演示手机',
  text: '这里扮演店铺自己的 App：选一位会员，打开页面，看到的就是会员手机上的样子。',
  member: '以谁的身份打开',
  nobody: '未登录',
  nobodyAbout: '没有登录的访客',
  page: '打开哪个页面',
  noPages: { title: '还没有发布的页面', text: '先到后台发布一个页面，再回来打开。', action: '去后台' },
  open: '打开页面',
  reopen: '重新打开',
  newTab: '在新标签页打开',
  qr: '手机扫码打开',
  qrText: '二维码里带着这位会员的登录凭证，一分钟内有效。',
  qrLocal:
    '手机要和电脑在同一个网络，并且用电脑的局域网地址（不是 localhost）打开这个演示页，扫出来才能访问。',
  qrOf: '{title} · {member}',
  frame: '手机里的页面：{title}',
  idle: '选好会员和页面，点「打开页面」',
  console: '返回后台',
  failed: '没能打开，请稍后再试',
  unavailable: { title: '这里不是演示环境', text: '演示手机只在演示模式下可用。' },
  login: {
    title: '页面请求登录',
    text: '真实环境里，这时会弹出店铺 App 的登录。选一位会员，代表他登录成功。',
    dismiss: '先不登录',
  },
  rewards: '我的奖励',
}

const en: typeof zh = {
  title: 'Demo phone',
  text: "This plays the shop's own app: choose a member, open a page, and see what their phone shows.",
  member: 'Open as',
  nobody: 'Signed out',
  nobodyAbout: 'a visitor',
  page: 'Page',
  noPages: {
    title: 'No page is published yet',
    text: 'Publish one in the console, then come back.',
    action: 'To the console',
  },
  open: 'Open page',
  reopen: 'Open again',
  newTab: 'Open in a new tab',
  qr: 'Scan with a phone',
  qrText: 'The code signs this member in. It is good for a minute.',
  qrLocal:
    "The phone must be in the same network, and this demo opened by the computer's network address rather than localhost.",
  qrOf: '{title} · {member}',
  frame: 'Page on the phone: {title}',
  idle: 'Choose a member and a page, then open it',
  console: 'Back to the console',
  failed: 'It could not be opened. Try again later',
  unavailable: { title: 'This is not a demo', text: 'The demo phone exists in demo mode only.' },
  login: {
    title: 'The page asks to sign in',
    text: "In real life the shop's app would ask the member to sign in now. Choose who does.",
    dismiss: 'Not now',
  },
  rewards: 'My rewards',
}

export const demoMessages = { 'zh-CN': zh, en }
