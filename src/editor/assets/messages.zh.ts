export const zhAssets = {
  label: '素材',
  insert: '插入图片 {name}',
  hint: '拖到画布，或按回车插入',
  manage: '管理素材',
}
