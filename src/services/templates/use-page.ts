import type { z } from 'zod'
import type { PageDefinition } from '@/schemas/page'
import { AppError } from '@/src/lib/errors'
import { recordAudit } from '../audit/record'
import { getCampaign } from '../campaigns/internal'
import type { StaffContext } from '../context'
import { addPage, refusingTakenLink } from '../pages/create'
import { requireValidPage } from '../pages/internal'
import { authorise } from '../staff/authorise'
import { titled } from './fill'
import { getBuiltIn, getSaved, readShop } from './internal'
import { playWindowAt } from './library/window'
import { madeOnce } from './once'
import { UseTemplate } from './schemas'

/**
 * Makes a page of a template, and nothing else: what plays a tool is left unbound. Asking twice
 * under one key makes one. Throws `already_exists` when the link is taken, and `page_invalid` when
 * this build no longer takes what was saved.
 */
export async function createPageFromTemplate({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof UseTemplate>
}) {
  authorise(ctx, 'page.write')
  const parsed = UseTemplate.parse(input)
  const { template, title, slug, campaignId } = parsed
  const definition = requireValidPage(titled(await pageToStartFrom(ctx, template), title))
  const { pageId } = await refusingTakenLink(slug, () =>
    ctx.db.transaction((tx) =>
      madeOnce(tx, ctx, parsed, async () => {
        if (campaignId) await getCampaign(tx, campaignId)
        const { id } = await addPage(tx, ctx, { slug, campaignId, definition })
        await recordAudit(tx, ctx, 'template.use', id, template)
        return { pageId: id, campaignId: campaignId ?? null }
      }),
    ),
  )
  return { id: pageId }
}

/** The page a template stands for. Throws `not_found`, also for a group: it is no page. */
async function pageToStartFrom(
  ctx: StaffContext,
  which: z.output<typeof UseTemplate>['template'],
): Promise<PageDefinition> {
  const notAPage = () => new AppError('not_found', 'a group of blocks is no page')
  if ('id' in which) {
    const { content } = await getSaved(ctx.db.read, which.id)
    if (content.kind === 'group') throw notAPage()
    return content.page
  }
  const found = getBuiltIn(which.key)
  if (found.kind === 'group') throw notAPage()
  if (found.kind === 'page') return found.page
  const { timeZone, clock } = ctx
  const window = playWindowAt(found.campaign.window, timeZone, clock.now())
  return found.page({ tools: {}, shop: await readShop(ctx.db.read), window })
}
