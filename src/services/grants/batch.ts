import type { Trace } from '@/schemas/decision'
import type { Outcome } from '@/schemas/outcome'
import type { SubmittedAnswer } from '@/schemas/submission'
import type { draw, formSubmission, grant } from '@/src/db'
import type { RequestOrigin } from '../request-origin'
import type { RewardRow } from '../rewards/internal'
import type { Protection } from './protection'

/** A member's action, already signed in, parsed and bound to a tool. */
export interface ActionRequest {
  memberId: string
  toolId: string
  action: string
  input: unknown
  /** The member's idempotency key, and SHA-256 of all that was asked under it. */
  key: string
  inputHash: string
  /** Where it came from. */
  origin?: RequestOrigin | undefined
  /** The block that was tapped, of which version. */
  tapped?: { version: string; block: string }
  /** The member it helps, where it helps one. */
  helps?: string | undefined
  /** What may refuse it before its tool decides. */
  protection?: Protection
  /** Why it gave nothing, written down while it is decided; undefined when it gave something. */
  refused?: { rule: string; trace: Trace } | undefined
}

/** A grant that was decided and is still to be written. */
export type NewGrant = typeof grant.$inferInsert & {
  id: string
  reward: RewardRow
  /** Made from a hold, whose entry is its reservation. */
  isHeld: boolean
  reservedFen: number
  expiresAt: Date | null
}

/** A draw that was made and is still to be written. */
export type NewDraw = typeof draw.$inferInsert

/** What a member filled in, still to be sealed and written. */
export type NewSubmission = Omit<typeof formSubmission.$inferInsert, 'sealed'> & {
  answers: SubmittedAnswer[]
}

/** A request that changes something: its effects are taken from the working set. */
export interface Accepted {
  request: ActionRequest
  /** The outcome but for the rewards, which are known once everything is written. */
  outcome: Pick<Extract<Outcome, { status: 'granted' }>, 'detail' | 'parts'> & {
    status: 'granted' | 'done' | 'no_prize'
  }
  grants: NewGrant[]
}
