const zh = {
  title: '失败任务',
  answer: '多次尝试都没有做成、已经停下来的事。看清原因，处理好之后重发。',
  list: '失败任务',
  topicFilter: '事项',
  allTopics: '全部事项',
  topics: { payout_submit: '转交打款', alert_webhook: '发出告警' },
  columns: {
    endedAt: '停下时间',
    topic: '事项',
    error: '最后一次的原因',
    attempts: '尝试',
    payload: '内容（已脱敏）',
    actions: '操作',
  },
  attempts: '{count} 次',
  unknownError: '没有留下原因',
  resend: {
    action: '重发',
    title: '重发这一件？',
    will: {
      again: '马上再试一次；不成会按间隔继续，最多 10 次。',
      once: '用的还是原来的幂等键，对方做过的不会再做一次。',
    },
    confirm: '重发',
    done: '已重发',
  },
  resendAll: {
    action: '全部重发',
    title: '重发 {count} 件？',
    titleOf: '重发「{topic}」的 {count} 件？',
    will: {
      again: '{count} 件马上各再试一次；一次最多重发 500 件。',
      cause: '原因没有解决的话，它们还会回到这里。',
    },
    confirm: '全部重发',
    done: '已重发 {count} 件',
  },
  empty: { title: '没有失败的任务', text: '所有要做的事都做成了，或还在按计划重试。' },
}

const en: typeof zh = {
  title: 'Dead letters',
  answer: 'What was tried many times and given up. See why, set it right, then send it again.',
  list: 'Dead letters',
  topicFilter: 'Topic',
  allTopics: 'All topics',
  topics: { payout_submit: 'Handing over payouts', alert_webhook: 'Posting an alert' },
  columns: {
    endedAt: 'Given up',
    topic: 'Topic',
    error: 'What went wrong last',
    attempts: 'Tries',
    payload: 'Content (masked)',
    actions: 'Actions',
  },
  attempts: '{count}',
  unknownError: 'No reason was kept',
  resend: {
    action: 'Send again',
    title: 'Send this again?',
    will: {
      again: 'It is tried at once, and again at intervals, up to ten times.',
      once: 'Under its own idempotency key: what was done before is not done twice.',
    },
    confirm: 'Send again',
    done: 'Sent again',
  },
  resendAll: {
    action: 'Send all again',
    title: 'Send {count} again?',
    titleOf: 'Send {count} of "{topic}" again?',
    will: {
      again: '{count} are tried at once; up to 500 at one go.',
      cause: 'Unless the cause is gone they come back here.',
    },
    confirm: 'Send all again',
    done: '{count} sent again',
  },
  empty: { title: 'No dead letters', text: 'Everything was done, or is still being tried as planned.' },
}

export const deadLettersMessages = { 'zh-CN': zh, en }
