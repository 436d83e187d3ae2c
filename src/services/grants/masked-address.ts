import type { DeliveryAddress } from '@/schemas/delivery-address'
import { maskedName } from '../members/masked-name'

/** Of a telephone number of eleven digits or more so many are shown; of a shorter one fewer. */
const SHOWN = 4
const SHOWN_OF_SHORT = 2
const LONG = 11

export type MaskedAddress = Omit<DeliveryAddress, 'detail'>

/**
 * Where a prize goes as a list may show it: enough to compare with what a member says, too little
 * to find them. `李小满 13800138000` becomes `李* 138****8000`, in the same district.
 */
export function maskedAddress({ name, phone, region }: DeliveryAddress): MaskedAddress {
  const end = phone.length >= LONG ? SHOWN : SHOWN_OF_SHORT
  return { name: maskedName(name), phone: `${phone.slice(0, 3)}****${phone.slice(-end)}`, region }
}
