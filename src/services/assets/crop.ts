import type { z } from 'zod'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { cutName, cutOut } from './cut'
import { getAsset } from './internal'
import { CropAsset } from './schemas'

/**
 * Cuts a rectangle, in px of the picture as it is kept, into an upload of its own; the picture
 * stays. Throws `invalid_input` for a rectangle that reaches out of it, `wrong_state` for
 * drawings and what moves, `busy` when too many pictures wait to be drawn.
 */
export async function cropAsset({ ctx, input }: { ctx: StaffContext; input: z.input<typeof CropAsset> }) {
  authorise(ctx, 'asset.write')
  const { hash, x, y, width, height } = CropAsset.parse(input)
  const row = await getAsset(ctx.db.read, hash)
  return cutOut(ctx, row, { left: x, top: y, width, height }, cutName(row, `${width}×${height}`))
}
