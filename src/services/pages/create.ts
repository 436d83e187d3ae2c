import type { z } from 'zod'
import type { PageDefinition } from '@/schemas/page'
import { isUniqueViolation, page, type Tx } from '@/src/db'
import { newPage } from '@/src/document'
import { AppError } from '@/src/lib/errors'
import { newId } from '@/src/lib/ids'
import { recordAudit } from '../audit/record'
import { getCampaign } from '../campaigns/internal'
import type { StaffContext } from '../context'
import { authorise, requireStaff } from '../staff/authorise'
import { requireFreeSlug } from './links'
import { CreatePage } from './schemas'

/** Makes an empty page under a link of its own. Throws `already_exists` when the link is taken. */
export async function createPage({ ctx, input }: { ctx: StaffContext; input: z.input<typeof CreatePage> }) {
  authorise(ctx, 'page.write')
  const { title, slug, campaignId } = CreatePage.parse(input)
  const definition = newPage({ title, locale: 'zh-CN' })
  return refusingTakenLink(slug, () =>
    ctx.db.transaction(async (tx) => {
      if (campaignId) await getCampaign(tx, campaignId)
      return addPage(tx, ctx, { slug, campaignId, definition })
    }),
  )
}

/** Part of a larger transaction, whose verb has authorised it and has checked the definition. */
export async function addPage(
  tx: Tx,
  ctx: StaffContext,
  o: { slug: string; campaignId: string | undefined; definition: PageDefinition },
): Promise<{ id: string }> {
  const { slug, campaignId, definition } = o
  const now = ctx.clock.now()
  const id = newId('page', now)
  const by = requireStaff(ctx).id
  const { title } = definition
  await requireFreeSlug(tx, slug)
  await tx.insert(page).values({
    id,
    slug,
    title,
    campaignId: campaignId ?? null,
    definition,
    revision: 1,
    createdBy: by,
    updatedBy: by,
    createdAt: now,
    updatedAt: now,
  })
  await recordAudit(tx, ctx, 'page.create', id, { title, slug })
  return { id }
}

/** Does a transaction that makes a page. Throws `already_exists` when the link is taken. */
export async function refusingTakenLink<T>(slug: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new AppError('already_exists', `the link ${slug} is taken`, [
      { code: 'slug_taken', path: ['slug'] },
    ])
  }
}
