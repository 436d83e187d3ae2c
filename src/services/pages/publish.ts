import type { z } from 'zod'
import type { PageDefinition } from '@/schemas/page'
import { and, eq, ne, pageVersion, publication, publicationTool, replacedVersion, type Tx } from '@/src/db'
import { canonicalJson, type Finding } from '@/src/document'
import { AppError, type ErrorDetail } from '@/src/lib/errors'
import { sha256Hex } from '@/src/lib/hash'
import { recordPublishedUses } from '../assets/uses'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { checkPage } from './check-page'
import { getPage, type PageRow, requireValidPage } from './internal'
import { keepVersion } from './keep-version'
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
  // Looked at before the transaction, which holds up everybody who writes: the revision, which is
  // asked for again within it, says that it is still the same page.
  const seen = await getPage(ctx.db.read, id)
  requireRevision(seen, revision)
  const definition = requireValidPage(seen.definition)
  const findings = await checkPage(ctx, seen, definition)
  const errors = errorsOf(findings)
  if (errors.length > 0)
    throw new AppError('page_has_errors', `${errors.length} errors stop publishing`, errors)
  const toolIds = toolIdsOf(definition)
  return ctx.db.transaction(async (tx) => {
    const page = await getPage(tx, id)
    requireRevision(page, revision)
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
    await keepVersion(tx, { row: page, reason: 'published', now })
    // Warnings ask: what was published in spite of them is kept with who did it.
    const warnings = [...new Set(findings.map(({ code }) => code))]
    await recordAudit(tx, ctx, 'page.publish', id, { version, revision, warnings })
    return { version, link: `${ctx.publicUrl ?? ''}/p/${slug}`, publishedAt: now }
  })
}

function requireRevision(page: PageRow, revision: number): void {
  if (page.revision === revision) return
  throw new AppError('conflict', `page ${page.id} is at revision ${page.revision}`, [
    { code: 'page_changed', params: { revision: page.revision } },
  ])
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

function errorsOf(findings: readonly Finding[]): ErrorDetail[] {
  return findings.flatMap(({ level, code, path, params }) =>
    level === 'error' ? [{ code, path, ...(params && { params }) }] : [],
  )
}

const toolIdsOf = ({ blocks }: PageDefinition) => [
  ...new Set(Object.values(blocks).flatMap(({ tool }) => tool?.id ?? [])),
]
