import type { z } from 'zod'
import type { MemberContext } from '@/src/services/context'
import { performAction } from '@/src/services/grants'
import {
  readRehearsal,
  readTester,
  type StartRehearsal,
  startRehearsal,
  visitPage,
  wherePlayed,
} from '@/src/services/rehearsals'
import type { World } from '../world'
import { aKey, type PublishedTool } from './published-tool'

type Options = Omit<z.input<typeof StartRehearsal>, 'campaignId'>

/** Starts a rehearsal of a published tool's campaign, and answers its link's token. */
export async function aRehearsal({ admin, campaignId }: PublishedTool, options: Options = {}) {
  const { id } = await startRehearsal({ ctx: admin, input: { campaignId, ...options } })
  const { open } = await readRehearsal({ ctx: admin, input: { campaignId } })
  return { id, token: open?.token ?? '' }
}

/** Opens a rehearsal's link on a phone: what it shows, and a tester's requests from there. */
export async function aTester(
  world: World,
  { slug, campaignId }: Pick<PublishedTool, 'slug' | 'campaignId'>,
  { token }: { token: string },
  member?: MemberContext['member'],
) {
  const visit = await visitPage(world.ctx, { token, cookie: undefined, mayJoin: true }, slug)
  if (visit.status !== 'open' || !visit.page) throw new Error(visit.status)
  const { cookie, page } = visit
  const ctx: MemberContext = {
    ...world.ctx,
    requestId: 'test',
    member,
    tester: readTester(world.ctx, cookie),
  }
  return {
    visit,
    page,
    ctx,
    cookie,
    campaignId,
    /** Acts on the page as it was opened, wherever that belongs. */
    act: async (type: string, action: string, input: unknown, version = page.version) => {
      const at = await wherePlayed(ctx, version)
      if (at === 'over') return at
      const block = Object.values(page.definition.blocks).find((each) => each.type === type)
      const asked = { version, block: block?.id ?? '', key: aKey(), input }
      return performAction({ ctx: at, type, action, input: asked })
    },
  }
}

/** How the rehearsal of a published tool's campaign stands, as staff see it. */
export const rehearsalOf = ({ admin, campaignId }: Pick<PublishedTool, 'admin' | 'campaignId'>) =>
  readRehearsal({ ctx: admin, input: { campaignId } })
