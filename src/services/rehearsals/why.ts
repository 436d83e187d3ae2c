import type { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import type { StaffContext } from '../context'
import { lookUpDecisions } from '../decisions'
import { authorise } from '../staff/authorise'
import { LookUpTester } from './schemas'
import { isPlayed, readRehearsalRow, stageOf } from './stage'

/** Why a tester got nothing, as it is told of any member. Throws `not_found`, also once it is cleared. */
export async function lookUpTester({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof LookUpTester>
}) {
  authorise(ctx, 'grant.read')
  const { id, memberId } = LookUpTester.parse(input)
  const row = await readRehearsalRow(ctx.db.read, id)
  if (!row || !isPlayed(ctx, row)) throw new AppError('not_found', `no rehearsal ${id} is open`)
  const { requestId, staff } = ctx
  return lookUpDecisions({ ctx: { ...stageOf(ctx, row), requestId, staff }, input: { memberId } })
}
