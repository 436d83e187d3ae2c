'use client'

import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslations } from 'next-intl'
import type { ProductGroupFieldProps } from '@/components/fields/types'
import { useTRPC } from '@/src/client/trpc'

/** One of the groups that the product list has. */
export function ProductGroupSelect({
  id,
  label,
  value,
  onChange,
  isDisabled,
  isInvalid,
}: ProductGroupFieldProps) {
  const t = useTranslations('products.picker')
  const trpc = useTRPC()
  const groups = useQuery(trpc.products.groups.queryOptions())
  return (
    <Select<string>
      id={id}
      aria-label={label}
      className="w-full"
      showSearch
      disabled={isDisabled}
      status={isInvalid ? 'error' : undefined}
      loading={groups.isFetching}
      placeholder={t('group')}
      notFoundContent={t('noGroups')}
      value={value || undefined}
      onChange={onChange}
      options={groups.data?.map(({ group, products }) => ({
        value: group,
        label: group,
        note: t('groupCount', { count: products }),
      }))}
      optionRender={({ label: name, data }) => (
        <span className="flex justify-between gap-4">
          <span className="truncate">{name}</span>
          <span className="text-xs text-ink-faint">{data.note}</span>
        </span>
      )}
    />
  )
}
