import type { z } from 'zod'
import type { MemberRule } from '@/schemas/member-rule'
import { inArray, member, type Tx } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { membersOfRule } from '../members'
import { authorise } from '../staff/authorise'
import { type ChosenMember, changeGrantBatch, holdGrantBatch, NOT_SUBMITTED, replaceRows } from './internal'
import { ChooseByHand, ChooseByRule, MAX_MEMBERS } from './schemas'
import { transition } from './state'

/**
 * Puts everybody of a rule into a batch, as they are now: who comes to fit it later is not in. Throws
 * `too_large` when it fits more than a batch holds.
 */
export async function chooseByRule({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ChooseByRule>
}) {
  authorise(ctx, 'grant.give')
  const { id, rule } = ChooseByRule.parse(input)
  return ctx.db.transaction(async (tx) => {
    const found = await membersOfRule(tx, rule, MAX_MEMBERS + 1)
    if (found.length > MAX_MEMBERS)
      throw new AppError('too_large', `more than ${MAX_MEMBERS} members`, [
        { code: 'too_many_members', params: { max: MAX_MEMBERS } },
      ])
    const members = found.map((memberId) => ({ memberId, remark: '' }))
    return putMembers(tx, ctx, { id, source: 'rule', rule, members })
  })
}

/** Puts members picked one by one into a batch. Throws `not_found` for one that does not exist. */
export async function chooseByHand({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ChooseByHand>
}) {
  authorise(ctx, 'grant.give')
  const { id, memberIds } = ChooseByHand.parse(input)
  const asked = [...new Set(memberIds)]
  return ctx.db.transaction(async (tx) => {
    const known = await tx.select({ id: member.id }).from(member).where(inArray(member.id, asked))
    if (known.length < asked.length) throw new AppError('not_found', 'a member that was picked is not there')
    const members = asked.map((memberId) => ({ memberId, remark: '' }))
    return putMembers(tx, ctx, { id, source: 'hand', rule: null, members })
  })
}

interface Chosen {
  id: string
  source: 'rule' | 'file' | 'hand'
  rule: MemberRule | null
  members: ChosenMember[]
}

/** Puts members into a batch in place of whoever was in it; what was submitted of it is void. */
export async function putMembers(
  tx: Tx,
  ctx: StaffContext,
  { id, source, rule, members }: Chosen,
): Promise<{ memberCount: number }> {
  const batch = await holdGrantBatch(tx, id, ctx.clock.now())
  transition(batch.state, 'edit')
  await replaceRows(tx, id, members)
  const memberCount = members.length
  await changeGrantBatch(tx, id, { source, rule, memberCount, ...NOT_SUBMITTED })
  await recordAudit(tx, ctx, 'grant_batch.members', id, { source, rule, memberCount })
  return { memberCount }
}
