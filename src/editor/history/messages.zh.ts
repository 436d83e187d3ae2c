export const zhHistory = {
  title: '操作历史',
  label: '操作步骤',
  start: '打开页面时',
  forgotten: '更早的步骤已不保留',
  undone: '已撤销：{step}',
  hint: '点任意一步回到那时；保留最近 {count} 步',
}
