import type { z } from 'zod'
import { isUniqueViolation, page } from '@/src/db'
import { newPage } from '@/src/document'
import { AppError } from '@/src/lib/errors'
import { newId } from '@/src/lib/ids'
import { recordAudit } from '../audit/record'
import { getCampaign } from '../campaigns/internal'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { CreatePage } from './schemas'

/** Makes an empty page under a link of its own. Throws `already_exists` when the link is taken. */
export async function createPage({ ctx, input }: { ctx: StaffContext; input: z.input<typeof CreatePage> }) {
  const staff = authorise(ctx, 'page.write')
  const { title, slug, campaignId } = CreatePage.parse(input)
  const now = ctx.clock.now()
  const id = newId('page', now)
  const definition = newPage({ title, locale: 'zh-CN' })
  try {
    return await ctx.db.transaction(async (tx) => {
      if (campaignId) await getCampaign(tx, campaignId)
      await tx.insert(page).values({
        id,
        slug,
        title,
        campaignId: campaignId ?? null,
        definition,
        revision: 1,
        createdBy: staff.id,
        updatedBy: staff.id,
        createdAt: now,
        updatedAt: now,
      })
      await recordAudit(tx, ctx, 'page.create', id, { title, slug })
      return { id }
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new AppError('already_exists', `the link ${slug} is taken`, [
      { code: 'slug_taken', path: ['slug'] },
    ])
  }
}
