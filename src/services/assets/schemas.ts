import { z } from 'zod'
import { ContentHash, Id, plainText } from '@/schemas/primitives'
import { PAGE_SIZE } from '../paging'

/** A picture cut lengthwise gives at most so many strips. */
const MAX_STRIPS = 30
/** No strip is lower, px. */
const MIN_STRIP = 16
const MAX_SIDE = 99_999
/** Moved or deleted in one go. */
const MAX_AT_ONCE = 100

/** A folder's id, or what lies in none. */
const FolderFilter = z.union([Id, z.literal('none')])

export const UploadAsset = z.object({
  /** What its file was called. */
  name: plainText(200).optional(),
  folderId: Id.optional(),
})

export const ListAssets = z.object({
  search: plainText(60).optional(),
  folder: FolderFilter.optional(),
  kind: z.enum(['photo', 'animation', 'drawing', 'cut']).optional(),
  use: z.enum(['used', 'unused']).optional(),
  /** Where the page before ended. */
  cursor: z
    .string()
    .regex(/^\d{1,15}\.[0-9a-f]{64}$/)
    .optional(),
  limit: z.int().min(1).max(100).default(PAGE_SIZE),
})

export const GetAsset = z.object({ hash: ContentHash })
export const RenameAsset = z.object({ hash: ContentHash, name: plainText(120, 1) })
export const MoveAssets = z.object({
  hashes: z.array(ContentHash).min(1).max(MAX_AT_ONCE),
  folderId: Id.nullable(),
})
export const DeleteAsset = z.object({ hash: ContentHash })

export const CreateFolder = z.object({ name: plainText(40, 1).trim().min(1) })
export const RenameFolder = CreateFolder.extend({ id: Id })
export const DeleteFolder = z.object({ id: Id })

export const ReplaceAsset = z
  .object({
    hash: ContentHash,
    by: ContentHash,
    /** The pages that were shown when it was confirmed: no other is touched. */
    pageIds: z.array(Id).max(200),
    /** And the tools. */
    toolIds: z.array(Id).max(200).default([]),
  })
  .refine(({ hash, by }) => hash !== by, { error: 'same_asset', path: ['by'] })

/** Px of the picture as it is kept. */
export const CropAsset = z.object({
  hash: ContentHash,
  x: z.int().min(0).max(MAX_SIDE),
  y: z.int().min(0).max(MAX_SIDE),
  width: z.int().min(1).max(MAX_SIDE),
  height: z.int().min(1).max(MAX_SIDE),
})

export const SliceAsset = z.object({
  hash: ContentHash,
  /** Where it is cut across, px from the top, from the first to the last. */
  cuts: z
    .array(z.int().min(MIN_STRIP).max(MAX_SIDE))
    .max(MAX_STRIPS - 1)
    .refine((cuts) => cuts.every((cut, i) => cut - (cuts[i - 1] ?? 0) >= MIN_STRIP), {
      error: 'cuts_too_close',
    }),
})
