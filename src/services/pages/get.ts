import type { z } from 'zod'
import { eq, publication } from '@/src/db'
import { getCampaign } from '../campaigns/internal'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { getPage } from './internal'
import { GetPage } from './schemas'

/** One page with its definition as it was saved, and what of it is published. */
export async function readPage({ ctx, input }: { ctx: StaffContext; input: z.input<typeof GetPage> }) {
  authorise(ctx, 'page.read')
  const { id } = GetPage.parse(input)
  const db = ctx.db.read
  const row = await getPage(db, id)
  const [published] = await db.select().from(publication).where(eq(publication.pageId, id))
  const campaign = row.campaignId ? await getCampaign(db, row.campaignId) : undefined
  return {
    id,
    slug: row.slug,
    campaign: campaign ? { id: campaign.id, name: campaign.name } : null,
    revision: row.revision,
    definition: row.definition,
    updatedAt: row.updatedAt,
    publishedRevision: published?.revision ?? null,
    publishedVersion: published?.versionHash ?? null,
    publishedAt: published?.publishedAt ?? null,
  }
}
