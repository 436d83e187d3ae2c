import type { z } from 'zod'
import type { PageDefinition } from '@/schemas/page'
import { and, eq, ne, pageVersion, publication, publicationTool, replacedVersion, type Tx } from '@/src/db'
import { canonicalJson, createPageCheck, DEFAULT_RULES } from '@/src/document'
import { AppError, type ErrorDetail } from '@/src/lib/errors'
import { sha256Hex } from '@/src/lib/hash'
import { definitions } from '@/widgets/registry.definitions.gen'
import { recordPublishedUses } from '../assets/uses'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { readTools } from '../tools/load'
import { getPage, requireValidPage } from './internal'
import { PublishPage } from './schemas'

/**
 * Freezes the saved page as an immutable version under its content's hash and points the link at
 * it. Throws `conflict` when the page was saved since `revision`, and `page_has_errors` with each
 * error and where it is; the link then keeps showing what it showed.
 */
export async function publishPage({ ctx, input }: { ctx: StaffContext; input: z.input<typeof PublishPage> }) {
  const staff = authorise(ctx, 'page.publish')
  const { id, revision } = PublishPage.parse(input)
  const now = ctx.clock.now()
  return ctx.db.transaction(async (tx) => {
    const page = await getPage(tx, id)
    if (page.revision !== revision) {
      throw new AppError('conflict', `page ${id} is at revision ${page.revision}`, [
        { code: 'page_changed', params: { revision: page.revision } },
      ])
    }
    const definition = requireValidPage(page.definition)
    const toolIds = await check(tx, ctx, definition)
    const version = sha256Hex(canonicalJson(definition))
    const { slug } = page

    await tx
      .insert(pageVersion)
      .values({ hash: version, definition, createdBy: staff.id, createdAt: now })
      .onConflictDoNothing()
    await rememberReplaced(tx, slug, version, now)
    const pointer = { versionHash: version, revision, publishedBy: staff.id, publishedAt: now }
    await tx
      .insert(publication)
      .values({ slug, pageId: id, ...pointer })
      .onConflictDoUpdate({ target: publication.slug, set: pointer })
    await tx.delete(publicationTool).where(eq(publicationTool.slug, slug))
    if (toolIds.length > 0)
      await tx.insert(publicationTool).values(toolIds.map((toolId) => ({ slug, toolId })))
    await recordPublishedUses(tx, id, version, definition)
    await recordAudit(tx, ctx, 'page.publish', id, { version, revision })
    return { version, link: `${ctx.publicUrl ?? ''}/p/${slug}`, publishedAt: now }
  })
}

/** Notes when what the link points at gives way, so that phones that have it open are served for a while. */
async function rememberReplaced(tx: Tx, slug: string, by: string, replacedAt: Date): Promise<void> {
  const [before] = await tx
    .select({ versionHash: publication.versionHash })
    .from(publication)
    .where(and(eq(publication.slug, slug), ne(publication.versionHash, by)))
  if (!before) return
  await tx
    .insert(replacedVersion)
    .values({ ...before, slug, replacedAt })
    .onConflictDoUpdate({
      target: [replacedVersion.versionHash, replacedVersion.slug],
      set: { replacedAt },
    })
}

/** Throws `page_has_errors`, or answers the tools the page plays. */
async function check(tx: Tx, ctx: StaffContext, definition: PageDefinition): Promise<string[]> {
  const errors: ErrorDetail[] = createPageCheck(definitions, DEFAULT_RULES)
    .check(definition)
    .filter((finding) => finding.level === 'error')
    .map(({ code, path }) => ({ code, path }))
  const bound = Object.values(definition.blocks).flatMap((block) =>
    block.tool ? [{ block, id: block.tool.id }] : [],
  )
  const toolIds = [...new Set(bound.map((b) => b.id))]
  const tools = await readTools(tx, toolIds)
  for (const { block, id } of bound) {
    const tool = tools.get(id)
    const code = !tool ? 'unknown_tool' : tool.type !== block.type ? 'tool_of_other_type' : undefined
    if (code) errors.push({ code, path: ['blocks', block.id, 'tool'] })
  }
  if (errors.length === 0) errors.push(...renderingErrors(ctx, definition))
  if (errors.length > 0)
    throw new AppError('page_has_errors', `${errors.length} errors stop publishing`, errors)
  return toolIds
}

function renderingErrors(ctx: StaffContext, definition: PageDefinition): ErrorDetail[] {
  try {
    ctx.checkRendering(definition)
    return []
  } catch (error) {
    ctx.log.warn(
      { err: error, requestId: ctx.requestId },
      'a page that was to be published cannot be rendered',
    )
    const blockId = (error as { blockId?: unknown }).blockId
    return [{ code: 'cannot_render', path: typeof blockId === 'string' ? ['blocks', blockId] : [] }]
  }
}
