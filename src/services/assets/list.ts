import type { z } from 'zod'
import {
  and,
  asset,
  assetUse,
  contains,
  count,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  notInArray,
  or,
  type ReadDb,
} from '@/src/db'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { type AssetRow, toAsset } from './internal'
import { ListAssets } from './schemas'
import { toolsByUpload } from './tool-uses'
import { catchUpUses, usedHashes } from './uses'

type Filters = z.infer<typeof ListAssets>

/** Uploads from the newest, each with how many pages and tools show it. Deleted ones are left out. */
export async function listAssets({ ctx, input }: { ctx: StaffContext; input: z.input<typeof ListAssets> }) {
  authorise(ctx, 'page.read')
  const filters = ListAssets.parse(input)
  await catchUpUses(ctx)
  const db = ctx.db.read
  const tools = await toolsByUpload(db)
  const rows = await db
    .select()
    .from(asset)
    .where(and(isNull(asset.deletedAt), matching(db, filters, [...tools.keys()]), after(filters.cursor)))
    .orderBy(desc(asset.createdAt), desc(asset.hash))
    .limit(filters.limit + 1)
  const items = rows.slice(0, filters.limit)
  const pages = await countPages(db, items)
  const last = rows.length > filters.limit ? items.at(-1) : undefined
  return {
    items: items.map((row) => ({
      ...toAsset(row),
      pages: pages.get(row.hash) ?? 0,
      tools: tools.get(row.hash)?.length ?? 0,
    })),
    nextCursor: last ? `${last.createdAt.getTime()}.${last.hash}` : null,
  }
}

function matching(db: ReadDb, { search, folder, kind, use }: Filters, inTools: string[]) {
  const raster = ne(asset.extension, 'svg')
  const kinds = {
    photo: and(raster, ne(asset.extension, 'gif')),
    animation: eq(asset.extension, 'gif'),
    drawing: eq(asset.extension, 'svg'),
    cut: isNotNull(asset.cutFrom),
  }
  return and(
    search ? contains(asset.name, search) : undefined,
    folder === 'none' ? isNull(asset.folderId) : folder ? eq(asset.folderId, folder) : undefined,
    kind && kinds[kind],
    use === 'used' ? or(inArray(asset.hash, usedHashes(db)), inArray(asset.hash, inTools)) : undefined,
    use === 'unused'
      ? and(notInArray(asset.hash, usedHashes(db)), notInArray(asset.hash, inTools))
      : undefined,
  )
}

/** Those made before the one the cursor names; of one instant, those of a lower hash. */
function after(cursor: string | undefined) {
  if (!cursor) return undefined
  const [ms, hash = ''] = cursor.split('.')
  const at = new Date(Number(ms))
  return or(lt(asset.createdAt, at), and(eq(asset.createdAt, at), lt(asset.hash, hash)))
}

/** A page that shows it in its draft and published is one page. */
async function countPages(db: ReadDb, rows: AssetRow[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map()
  const hashes = rows.map((row) => row.hash)
  const each = db
    .selectDistinct({ hash: assetUse.hash, pageId: assetUse.pageId })
    .from(assetUse)
    .where(inArray(assetUse.hash, hashes))
    .as('each_use')
  const counts = await db.select({ hash: each.hash, pages: count() }).from(each).groupBy(each.hash)
  return new Map(counts.map(({ hash, pages }) => [hash, pages]))
}
