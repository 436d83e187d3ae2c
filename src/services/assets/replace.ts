import type { z } from 'zod'
import { eq, publication, type ReadDb } from '@/src/db'
import { AppError, type ErrorCode } from '@/src/lib/errors'
import { definitions } from '@/widgets/registry.definitions.gen'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { getPage } from '../pages/internal'
import { savePage } from '../pages/save'
import { authorise } from '../staff/authorise'
import { despiteOthers } from './despite-others'
import { assetUrl, getAsset } from './internal'
import { type Replacement, replaceInPage } from './replace-in-page'
import { replaceInTool } from './replace-in-tool'
import { ReplaceAsset } from './schemas'

interface ReplacedPage {
  id: string
  title: string
  slug: string
  /** Members go on seeing the picture that was, until it is published. */
  mustPublish: boolean
}

/**
 * Puts another picture into the drafts of these pages and into these tools wherever they show this
 * one. Pages are saved as an editor would, never over a newer draft, and their published versions
 * stay; what a tool shows holds at once. Answers what changed, which pages must be published, and
 * what could not be saved and why; that is as it was.
 */
export async function replaceAsset({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ReplaceAsset>
}) {
  authorise(ctx, 'asset.write')
  authorise(ctx, 'page.write')
  const { hash, by, pageIds, toolIds } = ReplaceAsset.parse(input)
  if (toolIds.length > 0) authorise(ctx, 'tool.write')
  const db = ctx.db.read
  await getAsset(db, hash)
  const replacement = await getAsset(db, by)
  const picture = { ...replacement, url: assetUrl(replacement) }
  const failed: { id: string; code: ErrorCode }[] = []
  /** One after another; what one of them cannot do is noted, and the others go on. */
  async function each<Done>(ids: string[], replaceOne: (id: string) => Promise<Done | undefined>) {
    const done: Done[] = []
    for (const id of new Set(ids)) {
      try {
        const one = await replaceOne(id)
        if (one) done.push(one)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        failed.push({ id, code: error.code })
      }
    }
    return done
  }
  const replaced = await each(pageIds, (id) => replaceOn(ctx, id, hash, picture))
  const tools = await each(toolIds, (id) => replaceInTool(ctx, id, hash, picture))
  const noted = { by, pages: replaced.map(({ id }) => id), tools: tools.map(({ id }) => id) }
  await ctx.db.transaction((tx) => recordAudit(tx, ctx, 'asset.replace', hash, noted))
  return { replaced, tools, failed }
}

/** Undefined when the page, as it is now, does not show the picture. */
function replaceOn(
  ctx: StaffContext,
  id: string,
  hash: string,
  picture: Replacement,
): Promise<ReplacedPage | undefined> {
  return despiteOthers(async () => {
    const { title, slug, revision, definition: before } = await getPage(ctx.db.read, id)
    const definition = replaceInPage(before, definitions, hash, picture)
    if (definition === before) return undefined
    await savePage({ ctx, input: { id, revision, definition } })
    return { id, title, slug, mustPublish: await isPublished(ctx.db.read, id) }
  })
}

async function isPublished(db: ReadDb, pageId: string): Promise<boolean> {
  const rows = await db
    .select({ slug: publication.slug })
    .from(publication)
    .where(eq(publication.pageId, pageId))
  return rows.length > 0
}
