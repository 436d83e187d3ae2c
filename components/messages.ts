const zh = {
  copy: '复制链接',
  copied: '已复制',
  copyFailed: '没能复制，请长按或选中后手动复制',
  cancel: '取消',
  search: '搜索',
  refreshing: '正在刷新',
  previousPage: '上一页',
  nextPage: '下一页',
  pageNumber: '第 {page} 页',
  noMatchTitle: '没有符合条件的结果',
  noMatchText: '换个关键词，或者放宽筛选条件。',
  clearFilters: '清除筛选',
  qrOf: '{title} 的二维码',
  unsaved: {
    title: '离开后，刚填的内容会丢失',
    text: '这些修改还没有保存。',
    leave: '不保存，离开',
    stay: '继续填写',
  },
}

const en: typeof zh = {
  copy: 'Copy link',
  copied: 'Copied',
  copyFailed: 'Could not copy. Select the text and copy it by hand',
  cancel: 'Cancel',
  search: 'Search',
  refreshing: 'Refreshing',
  previousPage: 'Previous',
  nextPage: 'Next',
  pageNumber: 'Page {page}',
  noMatchTitle: 'Nothing matches',
  noMatchText: 'Try other words, or fewer filters.',
  clearFilters: 'Clear filters',
  qrOf: 'QR code of {title}',
  unsaved: {
    title: 'Leave and lose what you typed?',
    text: 'These changes are not saved yet.',
    leave: 'Leave without saving',
    stay: 'Keep editing',
  },
}

export const kitMessages = { 'zh-CN': zh, en }
