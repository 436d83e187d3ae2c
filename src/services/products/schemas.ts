import { z } from 'zod'
import { Id, plainText } from '@/schemas/primitives'
import { ListInput } from '../paging'

export const MAX_PRODUCT_TITLE = 120
export const MAX_PRODUCT_GROUP = 40

export const ListProducts = ListInput.extend({
  group: plainText(MAX_PRODUCT_GROUP, 1).optional(),
  /** Only these, such as the ones a tool names. */
  ids: z.array(Id).max(100).optional(),
})
export const GetProduct = z.object({ id: Id })
