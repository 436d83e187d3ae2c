'use client'

import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useState } from 'react'
import { useTRPC } from '@/src/client/trpc'

interface MembersSelectProps {
  id?: string
  value?: string[]
  onChange?: (ids: string[]) => void
  max: number
}

/** Several members, each found by nickname or id. */
export function MembersSelect({ id, value, onChange, max }: MembersSelectProps) {
  const t = useTranslations('chances')
  const trpc = useTRPC()
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const asked = useDeferredValue(search.trim())
  const found = useQuery(
    trpc.decisions.members.queryOptions(asked ? { search: asked } : skipToken, {
      placeholderData: keepPreviousData,
    }),
  )
  const members = asked ? (found.data ?? []) : []
  // Whoever is chosen keeps a name, whatever is searched for now.
  const options = [
    ...members.map((member) => ({ value: member.id, label: member.nickname, shopId: member.shopMemberId })),
    ...[...chosen]
      .filter(([memberId]) => !members.some((member) => member.id === memberId))
      .map(([memberId, nickname]) => ({ value: memberId, label: nickname, shopId: undefined })),
  ]

  function choose(ids: string[]) {
    setChosen(new Map(ids.map((each) => [each, options.find(({ value: of }) => of === each)?.label ?? each])))
    setSearch('')
    onChange?.(ids)
  }

  return (
    <Select
      id={id}
      mode="multiple"
      value={value}
      onChange={choose}
      options={options.filter(({ value: of, shopId }) => shopId !== undefined || value?.includes(of))}
      maxCount={max}
      placeholder={t('membersPlaceholder')}
      showSearch={{ filterOption: false, searchValue: search, onSearch: setSearch }}
      loading={found.isFetching}
      notFoundContent={<span className="text-ink-faint">{t(asked ? 'nobody' : 'typeMore')}</span>}
      optionRender={({ label, data: { shopId } }) => (
        <div className="flex items-baseline justify-between gap-3">
          <span className="truncate">{label}</span>
          {shopId && <span className="text-[13px] text-ink-faint">{t('shopId', { id: shopId })}</span>}
        </div>
      )}
    />
  )
}
