'use client'

import { createContext, useContext } from 'react'

const ShopTimeZone = createContext('Asia/Shanghai')

export const ShopTimeZoneProvider = ShopTimeZone.Provider

/** The IANA name of the time zone the shop counts its days in. */
export function useShopTimeZone(): string {
  return useContext(ShopTimeZone)
}
