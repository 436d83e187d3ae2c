/*
 * What an address that a prize is sent to must hold. Free of zod: the phone says what is missing
 * while it is typed, the server refuses what is.
 */

export interface DeliveryAddress {
  name: string
  /** A mobile number of the mainland, or an international one that begins with +. */
  phone: string
  /** Province, city and district. */
  region: string
  /** Street, house and door. */
  detail: string
}

export type AddressPart = keyof DeliveryAddress

/** How long each part may be, in characters, without the white space around it. */
export const ADDRESS_LENGTHS: Record<AddressPart, { min: number; max: number }> = {
  name: { min: 2, max: 30 },
  phone: { min: 8, max: 20 },
  region: { min: 2, max: 60 },
  detail: { min: 4, max: 120 },
}

const PHONE = /^(?:1[3-9]\d{9}|\+\d{7,15})$/

/** A telephone number without the spaces and hyphens people type into it. */
export function bareNumber(phone: string): string {
  return phone.replace(/[\s-]/g, '')
}

/** True when the part can be kept as it is. */
export function isAddressPart(part: AddressPart, value: string): boolean {
  const { min, max } = ADDRESS_LENGTHS[part]
  const { length } = value.trim()
  return length >= min && length <= max && (part !== 'phone' || PHONE.test(bareNumber(value)))
}
