import { z } from 'zod'
import { ContentHash } from '@/schemas/primitives'
import { eq, member } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import type { MemberContext } from '../context'
import { presentBlocks } from './read'
import { readVersion } from './version'

export const PageState = z.object({ version: ContentHash })

/** Everything the page's interactive blocks need to know of this member, in one answer. */
export async function pageState({ ctx, input }: { ctx: MemberContext; input: z.input<typeof PageState> }) {
  const { version } = PageState.parse(input)
  const definition = await readVersion(ctx, version)
  if (!definition) throw new AppError('not_found', `no page version ${version}`)
  const [known] = ctx.member
    ? await ctx.db.read.select({ nickname: member.nickname }).from(member).where(eq(member.id, ctx.member.id))
    : []
  const tools = await presentBlocks(ctx, definition, known && ctx.member)
  return { now: ctx.clock.now().getTime(), member: known ?? null, tools }
}
