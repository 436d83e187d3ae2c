export const zhClipboard = {
  copied: '已复制 {count} 个组件，可以粘贴到任意页面',
  uploading: '正在上传图片',
  nothing: '剪贴板是空的',
  broken: '剪贴板里的组件不完整或已损坏，什么都没有粘贴',
  newer_format: '这些组件是用更新版本的筑塔复制的，请刷新后再试',
  too_large: '剪贴板里的内容太大，一个页面放不下',
  notAnImage: '只能粘贴图片文件',
  useKeys: '浏览器不让网页直接使用剪贴板，请按 {keys}',
}
