import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '@/src/lib/errors'
import type { StaffContext } from '../context'
import { type Cut, encodeCut } from './encode'
import { masterName, uploadsFolder } from './files'
import { inTurn } from './in-turn'
import type { Asset, AssetRow } from './internal'
import { storeImage } from './store'

/**
 * Cuts a rectangle out of a picture into an upload of its own, beside it in its folder. Throws
 * `invalid_input` when it reaches out of the picture, `wrong_state` for drawings and what moves.
 */
export async function cutOut(ctx: StaffContext, row: AssetRow, cut: Cut, name: string): Promise<Asset> {
  const { extension, width, height, hash, folderId } = row
  if (extension === 'svg')
    throw new AppError('wrong_state', 'a drawing cannot be cut', [{ code: 'cannot_cut_drawing' }])
  if (cut.left + cut.width > width || cut.top + cut.height > height) {
    throw new AppError('invalid_input', 'the rectangle reaches out of the picture', [
      { code: 'cut_outside', params: { width, height } },
    ])
  }
  const master = await readFile(join(uploadsFolder(ctx.dataDir), masterName(hash, extension)))
  const image = await inTurn(() => encodeCut(master, extension as 'png' | 'jpg' | 'webp' | 'gif', cut))
  return storeImage(ctx, image, { name, folderId: folderId ?? undefined, cutFrom: hash })
}

/** `主图.png` → `主图 750×300`. */
export function cutName(row: Pick<AssetRow, 'name' | 'hash'>, what: string): string {
  const base = (row.name ?? row.hash.slice(0, 8)).replace(/\.(?:png|jpe?g|webp|gif)$/i, '')
  return `${base.slice(0, 100)} ${what}`
}
