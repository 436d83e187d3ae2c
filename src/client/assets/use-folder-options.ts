'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '../trpc'

/** The folders, and what lies in none, for a selection. */
export function useFolderOptions(): { value: string; label: string }[] {
  const trpc = useTRPC()
  const t = useTranslations('assets')
  const { data } = useQuery(trpc.assets.folders.queryOptions())
  if (!data) return []
  return [
    ...data.folders.map(({ id, name, assets }) => ({ value: id, label: `${name} · ${assets}` })),
    { value: 'none', label: `${t('noFolder')} · ${data.inNone}` },
  ]
}
