import { and, asset, assetFolder, eq, isNull, type ReadDb } from '@/src/db'
import { AppError } from '@/src/lib/errors'

export type AssetRow = typeof asset.$inferSelect

/** One upload of the library. Throws `not_found`, also when it was deleted. */
export async function getAsset(db: ReadDb, hash: string): Promise<AssetRow> {
  const [row] = await db
    .select()
    .from(asset)
    .where(and(eq(asset.hash, hash), isNull(asset.deletedAt)))
  if (!row) throw new AppError('not_found', `no asset ${hash}`)
  return row
}

/** Throws `not_found` unless there is such a folder. */
export async function requireFolder(db: ReadDb, id: string): Promise<void> {
  const [row] = await db.select({ id: assetFolder.id }).from(assetFolder).where(eq(assetFolder.id, id))
  if (!row) throw new AppError('not_found', `no folder ${id}`)
}

type Sized = Pick<AssetRow, 'hash' | 'extension' | 'width' | 'height'>

/** The address of an upload; its size stands in it, where it has one. */
export function assetUrl({ hash, extension, width, height }: Sized): string {
  const size = width > 0 ? `-${width}x${height}` : ''
  return `/assets/u/${hash}${size}.${extension}`
}

/** What the console is told of an upload. */
export function toAsset(row: AssetRow) {
  const { hash, name, extension, width, height, bytes, phoneBytes, folderId, cutFrom, createdAt } = row
  return {
    hash,
    url: assetUrl(row),
    name: name ?? `${hash.slice(0, 8)}.${extension}`,
    extension,
    width,
    height,
    bytes,
    phoneBytes,
    folderId,
    cutFrom,
    createdAt,
    placeholder: row.placeholder || null,
    tint: row.tint,
  }
}

export type Asset = ReturnType<typeof toAsset>

export function nameTaken(name: string): AppError {
  return new AppError('already_exists', `a folder is called ${name}`, [
    { code: 'name_taken', path: ['name'] },
  ])
}
