import type { z } from 'zod'
import type { PageDefinition } from '@/schemas/page'
import { and, campaign, eq, page, publication, reward, tool } from '@/src/db'
import { type CreateCampaign, createCampaign, transitionCampaign } from '../campaigns'
import type { StaffContext } from '../context'
import { createPage, publishPage, savePage } from '../pages'
import { type CreateReward, createReward, importCodes } from '../rewards'
import { createTool } from '../tools'

/*
 * The steps the demo is made of, through the same verbs that staff use. Each looks first whether a
 * start that was cut off has made it already.
 */

/** A campaign that runs. */
export async function campaignOnce(
  ctx: StaffContext,
  input: z.input<typeof CreateCampaign>,
): Promise<string> {
  const [before] = await ctx.db.read
    .select({ id: campaign.id, state: campaign.state })
    .from(campaign)
    .where(and(eq(campaign.name, input.name), eq(campaign.createdBy, ctx.staff?.id ?? '')))
  const id = before?.id ?? (await createCampaign({ ctx, input })).id
  if (!before || before.state === 'draft') await transitionCampaign({ ctx, input: { id, event: 'launch' } })
  return id
}

/** A reward; of a partner's, with the codes to give. */
export async function rewardOnce(
  ctx: StaffContext,
  { codes, ...input }: z.input<typeof CreateReward> & { codes?: readonly string[] },
): Promise<string> {
  const [before] = await ctx.db.read
    .select({ id: reward.id })
    .from(reward)
    .where(and(eq(reward.title, input.title), eq(reward.createdBy, ctx.staff?.id ?? '')))
  const id = before?.id ?? (await createReward({ ctx, input })).id
  if (codes) await importCodes({ ctx, input: { id }, bytes: Buffer.from(codes.join('\n')) })
  return id
}

export async function toolOnce(
  ctx: StaffContext,
  input: { campaignId: string; type: string; name: string; config: object },
): Promise<string> {
  const [before] = await ctx.db.read
    .select({ id: tool.id })
    .from(tool)
    .where(and(eq(tool.name, input.name), eq(tool.campaignId, input.campaignId)))
  if (before) return before.id
  const config = input.config as Parameters<typeof createTool>[0]['input']['config']
  return (await createTool({ ctx, input: { ...input, config } })).id
}

/** Leaves alone a page of that link that is published, or that somebody else made. */
export async function publishOnce(
  ctx: StaffContext,
  slug: string,
  campaignId: string,
  definition: PageDefinition,
): Promise<void> {
  const [before] = await ctx.db.read
    .select({ id: page.id, revision: page.revision, by: page.createdBy, published: publication.slug })
    .from(page)
    .leftJoin(publication, eq(publication.pageId, page.id))
    .where(eq(page.slug, slug))
  if (before && (before.published || before.by !== ctx.staff?.id)) return
  const made = before ?? {
    ...(await createPage({ ctx, input: { title: definition.title, slug, campaignId } })),
    revision: 1,
  }
  const { revision } = await savePage({ ctx, input: { id: made.id, revision: made.revision, definition } })
  await publishPage({ ctx, input: { id: made.id, revision } })
}
