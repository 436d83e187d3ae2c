import type { zhPresence } from './messages.zh'

export const enPresence: typeof zhPresence = {
  label: 'Who has this page open',
  one: '{name} has this page open too',
  on: '{name} is on {block}',
  me: 'You have this page open in another tab',
  others: '{count} more',
}
