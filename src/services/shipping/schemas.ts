import { z } from 'zod'
import { Fen, Id, plainText, Reason } from '@/schemas/primitives'
import { bareTrackingNumber, CARRIER_LENGTH, isTrackingNumber, SHIPPING_STAGES } from '@/schemas/shipping'
import { ListInput } from '../paging'

/** What is looked at, or handed to the warehouse. */
const filter = { campaignId: Id.optional(), rewardId: Id.optional() }

export const ListPrizes = ListInput.extend({ ...filter, stage: z.enum(SHIPPING_STAGES).optional() })
export const ShippingTotals = z.object(filter)
export const ExportShipments = z.object(filter)
export const ListShipmentLists = ListInput.omit({ search: true })
export const DownloadShipmentList = z.object({ id: Id })
export const SetTracking = z.object({
  id: Id,
  carrier: plainText(CARRIER_LENGTH, 1).refine((text) => text.trim().length > 0, { error: 'no_carrier' }),
  /** As it is typed: spaces and small letters are put right. */
  trackingNumber: z
    .string()
    .regex(/^ ?[A-Za-z0-9][A-Za-z0-9 -]{5,48}$/)
    .transform(bareTrackingNumber)
    .refine(isTrackingNumber, { error: 'bad_number' }),
  /** What it really cost; what was set aside for it when left out. Only as it is sent. */
  costFen: Fen.optional(),
})
export const ReturnParcel = z.object({ id: Id, reason: Reason })
export const PutBack = z.object({ ids: z.array(Id).min(1).max(100) })
