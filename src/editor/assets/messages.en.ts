import type { zhAssets } from './messages.zh'

export const enAssets: typeof zhAssets = {
  label: 'Assets',
  insert: 'Insert the picture {name}',
  hint: 'Drag it to the canvas, or press Enter to insert it',
  manage: 'Manage the library',
}
