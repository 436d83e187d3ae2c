import { REWARD_KINDS } from '@/schemas/reward'
import { GRANT_STATES, grant, inArray, sql } from '@/src/db'
import { holdsStock, isOpen, isSpentAtOnce } from '../../grants/state'

/* What `grants/state.ts` says of a grant, as conditions of a query. */

/** The kind of what was given. */
export const kindOf = sql<string>`(${grant.given} ->> 'kind')`

export const isOpenGrant = inArray(grant.state, GRANT_STATES.filter(isOpen))

export const isSpentAtOnceGrant = inArray(kindOf, REWARD_KINDS.filter(isSpentAtOnce))

const statesHolding = REWARD_KINDS.map(
  (kind) =>
    sql`(${kindOf} = ${kind} and ${inArray(
      grant.state,
      GRANT_STATES.filter((state) => holdsStock(state, kind)),
    )})`,
)
export const holdsStockGrant = sql`(${sql.join(statesHolding, sql` or `)})`
