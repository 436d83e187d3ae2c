import type { ReadDb } from '@/src/db'
import { reconcile } from '@/src/services/reconciliation'

/** What is wrong in the books, each in words; empty when all that is kept agrees with what it is made of. */
export async function bookErrors(db: ReadDb): Promise<string[]> {
  const { differences } = await reconcile(db)
  return differences.map(
    ({ check, subject, kept, counted }) => `${check} of ${subject}: kept ${kept}, counted ${counted}`,
  )
}
