import { z } from 'zod'
import { Id } from '@/schemas/primitives'
import type { Tx } from '@/src/db'
import { defineTool, isLapsed, isSoldOut, soldOut } from '@/widgets/kit/tool'
import { ensureOwnTool } from './ensure-own'

const Give = z.strictObject({ rewardId: Id })

/**
 * What staff give is given by a tool like any other, so that stock, budget, limits and books hold for
 * it on the one path there is. No page can play it and no form makes it: it is no widget.
 */
export const directGrant = defineTool({
  type: 'direct-grant',
  version: 1,
  config: z.strictObject({}),
  defaults: {},
  rewardIds: () => [],
  actions: {
    give: {
      input: Give,
      needs: (_config, { rewardId }) => ({ rewardIds: [rewardId] }),
      decide: (facts, { rewardId }, _member, now) => {
        const reward = facts.reward(rewardId)
        if (!reward?.isEnabled || isLapsed(reward, now.at))
          return { outcome: { status: 'not_eligible', rule: 'reward_off' }, effects: [] }
        if (isSoldOut(reward)) return { outcome: soldOut(reward, now), effects: [] }
        return { outcome: { status: 'granted' }, effects: [{ kind: 'grant', rewardId }] }
      },
    },
  },
  presentNeeds: () => ({}),
  present: () => ({}),
})

/** A campaign's tool for what staff give; there is one of each campaign, with an id made of the campaign's. */
export const directToolOf = (campaignId: string) => campaignId.replace(/^[a-z]+_/, 'direct_')

/** Makes it when the campaign has none yet. */
export function ensureDirectTool(
  tx: Tx,
  { campaignId, staffId, now }: { campaignId: string; staffId: string; now: Date },
): Promise<void> {
  const id = directToolOf(campaignId)
  return ensureOwnTool(tx, { id, campaignId, definition: directGrant, name: '批量发放', staffId, now })
}
