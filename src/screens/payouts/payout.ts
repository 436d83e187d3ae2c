import type { StaffOutput } from '@/src/client/trpc'

export type PayoutRow = StaffOutput['payouts']['list']['items'][number]
export type PayoutState = PayoutRow['state']
export type BatchRow = StaffOutput['payouts']['batches']['items'][number]

/** In the order in which a payout comes through them; what needs somebody stands before what is over. */
export const STATES: PayoutState[] = ['claim_pending', 'paying', 'failed', 'paid', 'returned']

/** Also the server's: what a file holds at most. */
export const MOST_IN_BATCH = 500

/** What the file and the bank call a payment. */
export const referenceOf = ({ id, attempt }: { id: string; attempt: number }) => `${id}-${attempt}`
