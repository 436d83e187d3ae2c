import { z } from 'zod'
import { Fen, Id } from '@/schemas/primitives'
import type { Tx } from '@/src/db'
import { defineTool, isSoldOut, soldOut } from '@/widgets/kit/tool'
import { ensureOwnTool } from './ensure-own'

const Use = z.strictObject({ rewardId: Id, points: z.int().min(1), amountFen: Fen.min(1) })

/**
 * Points that come off an order are burnt and become a subsidy in one decision, by a tool like any
 * other, so that budget and books hold for it on the one path there is. No page can play it.
 */
export const pointsOff = defineTool({
  type: 'points-off',
  version: 1,
  config: z.strictObject({}),
  defaults: {},
  rewardIds: () => [],
  actions: {
    use: {
      input: Use,
      needs: (_config, { rewardId }) => ({ rewardIds: [rewardId], wallet: true }),
      decide: (facts, { rewardId, points, amountFen }, _member, now) => {
        const reward = facts.reward(rewardId)
        if (!reward?.isEnabled)
          return { outcome: { status: 'not_eligible', rule: 'reward_off' }, effects: [] }
        if (isSoldOut(reward)) return { outcome: soldOut(reward, now), effects: [] }
        const missing = points - facts.wallet.points
        if (missing > 0) return { outcome: { status: 'points_short', missing }, effects: [] }
        return {
          outcome: { status: 'granted' },
          effects: [
            { kind: 'spend', points, cashFen: 0 },
            { kind: 'grant', rewardId, amountFen },
          ],
        }
      },
    },
  },
  presentNeeds: () => ({}),
  present: () => ({}),
})

/** The tool of the campaign that pays; there is one of each, with an id made of the campaign's. */
export const pointsToolOf = (campaignId: string) => campaignId.replace(/^[a-z]+_/, 'points_')

/** Makes it when the campaign has none yet. */
export function ensurePointsTool(
  tx: Tx,
  { campaignId, staffId, now }: { campaignId: string; staffId: string; now: Date },
): Promise<void> {
  const id = pointsToolOf(campaignId)
  return ensureOwnTool(tx, { id, campaignId, definition: pointsOff, name: '积分抵现', staffId, now })
}
