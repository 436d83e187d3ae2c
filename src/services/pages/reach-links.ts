import type { z } from 'zod'
import type { Reached } from '@/src/lib/reach-address'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { ReachLinks } from './schemas'

/** Asked at the same time at most, so that one page's check is no flood to anybody. */
const AT_ONCE = 6
/** All of them together; what was not reached by then is not known. */
const PATIENCE_MS = 20_000

/** Follows outside links, 50 at most, and says of each what became of it. Writes nothing. */
export async function reachLinks({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ReachLinks>
}): Promise<{ address: string; reached: Reached }[]> {
  authorise(ctx, 'page.write')
  const { addresses } = ReachLinks.parse(input)
  const queue = [...new Set(addresses)]
  const found = new Map<string, Reached>()
  const signal = AbortSignal.timeout(PATIENCE_MS)
  async function follow(): Promise<void> {
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
      found.set(address, signal.aborted ? 'unknown' : await ctx.reachAddress(address, signal))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, follow))
  return [...found].map(([address, reached]) => ({ address, reached }))
}
