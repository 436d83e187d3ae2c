import type { StaffOutput } from '@/src/client/trpc'

export type RehearsalRead = StaffOutput['rehearsals']['read']

/** A rehearsal that is open. */
export type Rehearsal = NonNullable<RehearsalRead['open']>
