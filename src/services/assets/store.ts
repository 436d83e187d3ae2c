import { asset, eq } from '@/src/db'
import { sha256Hex } from '@/src/lib/hash'
import { recordAudit } from '../audit/record'
import type { StaffContext } from '../context'
import { requireStaff } from '../staff/authorise'
import type { EncodedImage } from './encode'
import { masterName, uploadsFolder, variantName, writeWhole } from './files'
import { type Asset, requireFolder, toAsset } from './internal'

/** What a phone of a common width takes, px. */
const PHONE_VARIANT = 750

interface Origin {
  name: string | undefined
  folderId: string | undefined
  /** The hash of what it was cut out of. */
  cutFrom?: string
}

/**
 * Keeps a drawn picture with its variants under the hash of its own bytes. The same picture once
 * more stays where it is, under the name it has; one that was deleted is new again.
 */
export async function storeImage(ctx: StaffContext, image: EncodedImage, origin: Origin): Promise<Asset> {
  const staff = requireStaff(ctx)
  const { extension, width, height, master, variants, placeholder, tint } = image
  const hash = sha256Hex(master)
  const now = ctx.clock.now()
  const folder = uploadsFolder(ctx.dataDir)
  for (const variant of variants) {
    await writeWhole(folder, variantName(hash, variant.width, variant.extension), variant.bytes, now)
  }
  await writeWhole(folder, masterName(hash, extension), master, now)
  const values = {
    hash,
    extension,
    width,
    height,
    bytes: master.length,
    // Of a drawing and of what moves there will be none.
    avifAt: extension === 'svg' || image.isAnimated ? now : null,
    createdBy: staff.id,
    createdAt: now,
    name: origin.name ?? null,
    folderId: origin.folderId ?? null,
    cutFrom: origin.cutFrom ?? null,
    placeholder,
    tint,
    phoneBytes: bytesOnPhone(image),
    deletedAt: null,
  }
  return ctx.db.transaction(async (tx) => {
    if (origin.folderId) await requireFolder(tx, origin.folderId)
    const added = await tx.insert(asset).values(values).onConflictDoNothing().returning()
    const [before] = added.length > 0 ? added : await tx.select().from(asset).where(eq(asset.hash, hash))
    if (added.length === 0 && before && !before.deletedAt) {
      const { placeholder, tint, phoneBytes } = values
      const known = { placeholder, tint, phoneBytes, name: before.name ?? values.name }
      await tx.update(asset).set(known).where(eq(asset.hash, hash))
      return toAsset({ ...before, ...known })
    }
    if (added.length === 0) await tx.update(asset).set(values).where(eq(asset.hash, hash))
    await recordAudit(tx, ctx, 'asset.create', hash, { name: origin.name, cutFrom: origin.cutFrom })
    return toAsset(values)
  })
}

/** Of the WebP in the width nearest above a common phone's, or of all there is. */
function bytesOnPhone({ variants, master }: EncodedImage): number {
  const webp = variants.filter(({ extension }) => extension === 'webp')
  const fitting = webp.find(({ width }) => width >= PHONE_VARIANT) ?? webp.at(-1)
  return (fitting?.bytes ?? master).length
}
