import { ALERT_TOPIC, deliverAlert } from '@/src/services/alerts'
import type { OutboxHandlers } from '@/src/services/outbox'
import { PAYOUT_TOPIC, submitPayouts } from '@/src/services/payouts'
import { deliverReminder, REMINDER_TOPIC } from '@/src/services/reminders'

/** Who does what the outbox asks for, by its topic. */
export const HANDLERS: OutboxHandlers = {
  [PAYOUT_TOPIC]: submitPayouts(),
  [ALERT_TOPIC]: deliverAlert,
  [REMINDER_TOPIC]: deliverReminder,
}
