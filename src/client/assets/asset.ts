import { readUploadUrl } from '@/schemas/upload'
import type { StaffOutput } from '../trpc'

/** An upload as lists of the library tell it. */
export type LibraryAsset = StaffOutput['assets']['list']['items'][number]

/** A small address of a picture, for a card of some hundred px; drawings have but one. */
export function thumbnailOf(url: string): string {
  const upload = readUploadUrl(url)
  return upload ? `${upload.base}/${Math.min(upload.width, 375)}` : url
}

/** `860 B`, `42 KB`, `1.2 MB`. */
export function sayBytes(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`
  const kilo = bytes / 1_024
  if (kilo < 1_000) return `${kilo < 10 ? kilo.toFixed(1) : Math.round(kilo)} KB`
  return `${(kilo / 1_024).toFixed(1)} MB`
}
