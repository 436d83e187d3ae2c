import type { zhClipboard } from './messages.zh'

export const enClipboard: typeof zhClipboard = {
  copied: '{count, plural, one {# block copied} other {# blocks copied}}. Paste it into any page',
  uploading: 'Uploading the image',
  nothing: 'The clipboard is empty',
  broken: 'The blocks on the clipboard are incomplete or damaged. Nothing was pasted',
  newer_format: 'These blocks were copied with a newer version. Reload the page and try again',
  too_large: 'There is more on the clipboard than one page can hold',
  notAnImage: 'Only image files can be pasted',
  useKeys: 'The browser does not let pages use the clipboard by themselves. Press {keys}',
}
