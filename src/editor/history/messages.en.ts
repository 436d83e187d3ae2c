import type { zhHistory } from './messages.zh'

export const enHistory: typeof zhHistory = {
  title: 'History',
  label: 'Steps',
  start: 'When the page was opened',
  forgotten: 'Earlier steps are not kept',
  undone: 'Undone: {step}',
  hint: 'Choose a step to go back to it. The last {count} are kept',
}
