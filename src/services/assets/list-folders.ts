import { asc, asset, assetFolder, count, isNull } from '@/src/db'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'

/** A shop with more folders than this is asked to tidy up. */
export const MAX_FOLDERS = 200

/** The folders by name, with how many uploads each holds, and how many lie in none. */
export async function listFolders({ ctx }: { ctx: StaffContext }) {
  authorise(ctx, 'page.read')
  const db = ctx.db.read
  const [folders, counts] = await Promise.all([
    db
      .select({ id: assetFolder.id, name: assetFolder.name })
      .from(assetFolder)
      .orderBy(asc(assetFolder.name))
      .limit(MAX_FOLDERS),
    db
      .select({ folderId: asset.folderId, assets: count() })
      .from(asset)
      .where(isNull(asset.deletedAt))
      .groupBy(asset.folderId),
  ])
  const byFolder = new Map(counts.map(({ folderId, assets }) => [folderId, assets]))
  return {
    folders: folders.map((folder) => ({ ...folder, assets: byFolder.get(folder.id) ?? 0 })),
    inNone: byFolder.get(null) ?? 0,
    inAll: counts.reduce((sum, { assets }) => sum + assets, 0),
  }
}
