export const zhPresence = {
  label: '正在看这个页面的人',
  one: '{name} 也开着这个页面',
  on: '{name} 正在编辑 {block}',
  me: '你在另一个标签页也开着这个页面',
  others: '还有 {count} 人',
}
