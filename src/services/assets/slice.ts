import type { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { cutName, cutOut } from './cut'
import { type Asset, getAsset } from './internal'
import { SliceAsset } from './schemas'

/**
 * Cuts a long picture across into strips, each an upload of its own so that phones load it when
 * it is near. Answers them from the top; doing it again makes no second ones, since the same
 * strip has the same hash. Throws `invalid_input` when a cut is not within the picture.
 */
export async function sliceAsset({ ctx, input }: { ctx: StaffContext; input: z.input<typeof SliceAsset> }) {
  authorise(ctx, 'asset.write')
  const { hash, cuts } = SliceAsset.parse(input)
  const row = await getAsset(ctx.db.read, hash)
  const { width, height } = row
  const edges = [0, ...cuts, height]
  if (edges.some((edge, i) => i > 0 && edge <= (edges[i - 1] ?? 0))) {
    throw new AppError('invalid_input', 'a cut is outside of the picture', [
      { code: 'cut_outside', params: { width, height } },
    ])
  }
  const strips: Asset[] = []
  for (const [i, top] of edges.slice(0, -1).entries()) {
    const cut = { left: 0, top, width, height: (edges[i + 1] ?? height) - top }
    strips.push(await cutOut(ctx, row, cut, cutName(row, `${i + 1}/${edges.length - 1}`)))
  }
  return strips
}
