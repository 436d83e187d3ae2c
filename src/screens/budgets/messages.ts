const zh = {
  title: '预算',
  answer: '哪些活动快没钱了，先看最紧的。',
  answerLow: '{low} 个活动的余额不足两成，建议尽快追加。',
  answerFine: '没有活动缺预算，余额合计 {available}。',
  reconciliation: '对账记录',
  search: '搜索活动名称',
  list: '预算列表',
  showEnded: '包括已结束的',
  columns: {
    name: '活动',
    state: '状态',
    left: '可用余额',
    total: '总预算',
    reserved: '已占用',
    spent: '已花费',
    actions: '操作',
  },
  topUp: '追加',
  topUpOf: '给 {name} 追加预算',
  empty: { title: '还没有预算', text: '新建活动时填写预算，这里就能看到每个活动的余额。' },
}

const en: typeof zh = {
  title: 'Budgets',
  answer: 'Which campaigns are running out of money, the tightest first.',
  answerLow:
    '{low, plural, one {# campaign has} other {# campaigns have}} less than a fifth left. Top up soon.',
  answerFine: 'No campaign is short of money. {available} is left in all.',
  reconciliation: 'Reconciliation',
  search: 'Search campaigns',
  list: 'Budgets',
  showEnded: 'Include ended',
  columns: {
    name: 'Campaign',
    state: 'State',
    left: 'Available',
    total: 'Total',
    reserved: 'Reserved',
    spent: 'Spent',
    actions: 'Actions',
  },
  topUp: 'Top up',
  topUpOf: 'Top up {name}',
  empty: { title: 'No budgets yet', text: 'Give a campaign a budget, and what is left of it shows here.' },
}

export const budgetsMessages = { 'zh-CN': zh, en }
