import { z } from 'zod'
import { LinkParams } from '@/schemas/link-params'
import { ContentHash } from '@/schemas/primitives'
import { AppError } from '@/src/lib/errors'
import type { MemberContext } from '../context'
import { readShownMember } from '../members/shown-member'
import { countWaiting } from '../reminders/waiting'
import { presentBlocks } from './read'
import { readVersion } from './version'

export const PageState = z.object({ version: ContentHash, params: LinkParams.optional() })

interface PageStateAnswer {
  /** The server's clock, in ms. */
  now: number
  member: { nickname: string; level: string | null; city: string | null } | null
  tools: Record<string, unknown>
  /** What there is to say of the member's prizes that lapse without an address; absent where none does. */
  say?: { status: 'prizes_waiting'; count: number }
}

/**
 * Everything the page's interactive blocks need to know of this member, in one answer, and how many
 * prizes of theirs wait for an address.
 */
export async function pageState({
  ctx,
  input,
}: {
  ctx: MemberContext
  input: z.input<typeof PageState>
}): Promise<PageStateAnswer> {
  const { version, params } = PageState.parse(input)
  const definition = await readVersion(ctx, version)
  if (!definition) throw new AppError('not_found', `no page version ${version}`)
  const known = ctx.member && (await readShownMember(ctx.db.read, ctx.member.id))
  const tools = await presentBlocks(ctx, definition, known?.shown, params)
  const now = ctx.clock.now()
  const count = ctx.member && known ? await countWaiting(ctx.db.read, ctx.member.id, now) : 0
  return {
    now: now.getTime(),
    member: known ? { nickname: known.nickname, level: known.level, city: known.city } : null,
    tools,
    ...(count > 0 && { say: { status: 'prizes_waiting', count } }),
  }
}
