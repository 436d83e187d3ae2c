import type { PageDefinition } from '@/schemas/page'
import {
  and,
  assetUse,
  assetUseRead,
  chunksOf,
  eq,
  inArray,
  isNotNull,
  isNull,
  ne,
  or,
  page,
  pageVersion,
  publication,
  type ReadDb,
  type Tx,
} from '@/src/db'
import type { AppContext } from '../context'
import { uploadsIn } from './uploads-in'

/** Read anew in one go. */
const PAGES_AT_ONCE = 20

/** Notes what a draft shows; belongs into the transaction that saves it. */
export async function recordDraftUses(
  tx: Tx,
  pageId: string,
  revision: number,
  definition: PageDefinition,
): Promise<void> {
  await writeUses(tx, pageId, 'draft', definition)
  await tx
    .insert(assetUseRead)
    .values({ pageId, revision })
    .onConflictDoUpdate({ target: assetUseRead.pageId, set: { revision } })
}

/** Notes what the published version shows; belongs into the transaction that publishes it. */
export async function recordPublishedUses(
  tx: Tx,
  pageId: string,
  versionHash: string,
  definition: PageDefinition,
): Promise<void> {
  await writeUses(tx, pageId, 'published', definition)
  await tx
    .insert(assetUseRead)
    // Revision 0 is of no page: the draft is still to be read.
    .values({ pageId, revision: 0, versionHash })
    .onConflictDoUpdate({ target: assetUseRead.pageId, set: { versionHash } })
}

/** Only what changed is written: most saves show the same pictures as the one before. */
async function writeUses(
  tx: Tx,
  pageId: string,
  place: 'draft' | 'published',
  definition: PageDefinition,
): Promise<void> {
  const shown = uploadsIn(definition)
  const here = and(eq(assetUse.pageId, pageId), eq(assetUse.place, place))
  const noted = new Set(
    (await tx.select({ hash: assetUse.hash }).from(assetUse).where(here)).map((r) => r.hash),
  )
  const gone = [...noted].filter((hash) => !shown.has(hash))
  const added = [...shown].filter((hash) => !noted.has(hash))
  for (const hashes of chunksOf(gone)) {
    await tx.delete(assetUse).where(and(here, inArray(assetUse.hash, hashes)))
  }
  for (const hashes of chunksOf(added)) {
    await tx
      .insert(assetUse)
      .values(hashes.map((hash) => ({ hash, pageId, place })))
      .onConflictDoNothing()
  }
}

/**
 * Reads the pages whose uses lag behind them: those from before uses were kept, and those that
 * were written by other ways than saving. Costs one look where there are none.
 */
export async function catchUpUses(ctx: Pick<AppContext, 'db'>): Promise<void> {
  for (;;) {
    const behind = await pagesBehind(ctx.db.read)
    for (const id of behind) await ctx.db.transaction((tx) => readAnew(tx, id))
    if (behind.length < PAGES_AT_ONCE) return
  }
}

async function pagesBehind(db: ReadDb): Promise<string[]> {
  const rows = await db
    .select({ id: page.id })
    .from(page)
    .leftJoin(assetUseRead, eq(assetUseRead.pageId, page.id))
    .leftJoin(publication, eq(publication.pageId, page.id))
    .where(
      or(
        isNull(assetUseRead.pageId),
        ne(assetUseRead.revision, page.revision),
        and(
          isNotNull(publication.versionHash),
          or(isNull(assetUseRead.versionHash), ne(assetUseRead.versionHash, publication.versionHash)),
        ),
      ),
    )
    .limit(PAGES_AT_ONCE)
  return rows.map(({ id }) => id)
}

async function readAnew(tx: Tx, id: string): Promise<void> {
  const [row] = await tx
    .select({ revision: page.revision, draft: page.definition, version: pageVersion })
    .from(page)
    .leftJoin(publication, eq(publication.pageId, page.id))
    .leftJoin(pageVersion, eq(pageVersion.hash, publication.versionHash))
    .where(eq(page.id, id))
  if (!row) return
  await recordDraftUses(tx, id, row.revision, row.draft)
  if (row.version) await recordPublishedUses(tx, id, row.version.hash, row.version.definition)
}

interface PageUse {
  id: string
  title: string
  slug: string
  inDraft: boolean
  isPublished: boolean
}

/** The pages that show an upload, by title; at most `limit`. */
export async function pagesUsing(db: ReadDb, hash: string, limit: number): Promise<PageUse[]> {
  const rows = await db
    .select({ id: page.id, title: page.title, slug: page.slug, place: assetUse.place })
    .from(assetUse)
    .innerJoin(page, eq(page.id, assetUse.pageId))
    .where(eq(assetUse.hash, hash))
    .orderBy(page.title, page.id)
    // A page has one row for its draft and one for what is published.
    .limit(limit * 2)
  const pages = new Map<string, PageUse>()
  for (const { place, ...row } of rows) {
    const use = pages.get(row.id) ?? { ...row, inDraft: false, isPublished: false }
    if (place === 'draft') use.inDraft = true
    else use.isPublished = true
    pages.set(row.id, use)
  }
  return [...pages.values()].slice(0, limit)
}

/** The uploads that some page shows, for a condition. */
export const usedHashes = (db: ReadDb) => db.select({ hash: assetUse.hash }).from(assetUse)
