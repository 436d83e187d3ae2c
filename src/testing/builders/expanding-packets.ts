import type { MemberContext } from '@/src/services/context'
import { pageState } from '@/src/services/publications'
import { tools } from '@/widgets/registry.tools.gen'
import type { World } from '../world'
import { aPublishedTool } from './published-tool'
import { someCash } from './rewards'

/** What tests look at of what the phone is shown. */
interface Shown {
  mine?: ShownPacket
  friend?: ShownPacket | { refused: string }
}

interface ShownPacket {
  growth: string
  amountFen: number
  collectedFen?: number
  helps: { name: string; fen: number; at: string }[]
  invite?: string
  proof?: string
}

export const TARGET_FEN = 2_000
export const HELPERS = 5

/** Packets from ¥2 to ¥20 with five friends' help, and two members who may open them. */
export async function expandingPackets(
  world: World,
  o: { budgetFen?: number; mode?: 'friends' | 'self' } = {},
) {
  const packets = await aPublishedTool(world, {
    type: 'expanding-packet',
    budgetFen: o.budgetFen ?? 100_000,
    rewards: [someCash({ amountFen: TARGET_FEN, stock: 100 })],
    config: ([rewardId]) => ({
      ...tools['expanding-packet'].defaults,
      mode: o.mode ?? 'friends',
      rewardId,
      perDay: 2,
      baseFen: 200,
      targetFen: TARGET_FEN,
      helpers: HELPERS,
      leastFen: 50,
      mostFen: 900,
      hours: 2,
      collectHours: 1,
    }),
  })
  const seenBy = async (ctx: MemberContext, invite?: string) => {
    const input = { version: packets.version, ...(invite && { params: { invite } }) }
    return (await pageState({ ctx, input })).tools.wall as Shown
  }
  const mineOf = async (ctx: MemberContext) => (await seenBy(ctx)).mine as ShownPacket
  const open = async (ctx: MemberContext) => {
    const { status } = await packets.act(ctx, 'open', {})
    return { status, invite: (await mineOf(ctx))?.invite ?? '' }
  }
  /** The proof that a member is given who opens the link. */
  const proofOf = async (ctx: MemberContext, invite: string) => {
    const { friend } = await seenBy(ctx, invite)
    return (friend && 'proof' in friend && friend.proof) || ''
  }
  return { ...packets, seenBy, mineOf, open, proofOf }
}
