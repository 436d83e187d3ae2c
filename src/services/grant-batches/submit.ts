import type { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { ensureDirectTool } from '../tools/direct-grant'
import { readContents } from './contents'
import { changeGrantBatch, holdGrantBatch } from './internal'
import { readSupply } from './preview'
import { SubmitGrantBatch } from './schemas'
import { transition } from './state'
import { takeUnconfirmed } from './unconfirmed'

/**
 * Submits a batch as it was looked at. Below what one person may give out alone it begins at once;
 * above that it waits for somebody else. Answers which.
 *
 * @throws `conflict` when it is no longer what was looked at; `invalid_input` naming what is in its way.
 */
export async function submitGrantBatch({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof SubmitGrantBatch>
}) {
  const staff = authorise(ctx, 'grant.give')
  const { id, contentHash } = SubmitGrantBatch.parse(input)
  const now = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    const batch = await holdGrantBatch(tx, id, now)
    transition(batch.state, 'submit')
    const contents = await readContents(tx, batch)
    if (contents.contentHash !== contentHash) throw changed(id)
    const { isBlocked, problems } = await readSupply(ctx, tx, batch, contents)
    if (isBlocked)
      throw new AppError(
        'invalid_input',
        `${id} cannot be given out`,
        problems.map((code) => ({ code })),
      )
    const { worstFen } = contents
    const asked = { staffId: staff.id, worstFen, now, timeZone: ctx.timeZone }
    const state = transition(batch.state, (await takeUnconfirmed(tx, asked)) ? 'start' : 'submit')
    await ensureDirectTool(tx, { campaignId: batch.campaignId, staffId: staff.id, now })
    const submitted = { submittedBy: staff.id, submittedAt: now }
    await changeGrantBatch(tx, id, { state, contentHash, worstFen, ...submitted })
    const { memberCount } = contents
    await recordAudit(tx, ctx, 'grant_batch.submit', id, { state, memberCount, worstFen, contentHash })
    return { state }
  })
}

/** It is not what somebody looked at any more. */
export const changed = (id: string) =>
  new AppError('conflict', `${id} changed since it was looked at`, [{ code: 'contents_changed' }])
