import { eq, type Tx, tool } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { postChances } from './store'

/** The most chances that one event may give. */
export const CHANCES_MAX = 1_000

/** Something that happened to a member elsewhere and that gives chances in a tool. */
export interface ChanceEvent {
  toolId: string
  memberId: string
  /** Chances, 1 to `CHANCES_MAX`. */
  amount: number
  /** `friend` is one who really opened the member's invitation. */
  cause: 'login' | 'friend' | 'order' | 'gift'
  /** The day, the friend, the order, the gift: each gives its chances once, however often it is told. */
  causeId: string
}

/**
 * Gives chances for what happened, within the caller's transaction. Answers how many of the events
 * gave something; those told before gave nothing. Throws `not_found` for a tool that does not exist.
 */
export async function giveChancesFor(tx: Tx, events: readonly ChanceEvent[], now: Date): Promise<number> {
  for (const toolId of new Set(events.map((event) => event.toolId))) {
    const [row] = await tx.select({ id: tool.id }).from(tool).where(eq(tool.id, toolId))
    if (!row) throw new AppError('not_found', `no tool ${toolId}`)
  }
  for (const { amount } of events) {
    if (!Number.isSafeInteger(amount) || amount < 1 || amount > CHANCES_MAX)
      throw new AppError('invalid_input', `${amount} chances cannot be given`)
  }
  const posted = await postChances(
    tx,
    events.map((event) => ({ ...event, createdAt: now })),
  )
  return posted.length
}
