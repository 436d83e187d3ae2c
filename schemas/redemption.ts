import { z } from 'zod'
import { Fen } from './primitives'

/** What comes off one line of an order. */
export const LineDiscount = z.strictObject({ lineId: z.string().min(1).max(64), discountFen: Fen })
export type LineDiscount = z.infer<typeof LineDiscount>
