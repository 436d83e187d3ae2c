export { deliverReminder } from './deliver'
export { REMINDER_TOPIC } from './note'
export { remindDaily } from './remind-daily'
export { RemindNow, remindNow } from './remind-now'
