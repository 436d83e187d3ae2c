'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useState } from 'react'
import { useTRPC } from '@/src/client/trpc'
import { byCursor } from '@/src/client/use-cursor-list'

interface CampaignSelectProps {
  id?: string
  value?: string | null
  onChange?: (campaignId: string | undefined) => void
  placeholder?: string
  className?: string
  isDisabled?: boolean
  /** Its name, when it is known but not among the newest. */
  chosen?: { id: string; name: string }
  'aria-label'?: string
}

/** Chooses one campaign, by name. */
export function CampaignSelect(props: CampaignSelectProps) {
  const { value, onChange, placeholder, isDisabled, chosen, ...rest } = props
  const t = useTranslations('campaigns')
  const trpc = useTRPC()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const campaigns = useInfiniteQuery(
    trpc.campaigns.list.infiniteQueryOptions(
      { search: search || undefined, limit: 50 },
      // While a search is under way the list stays: it must not blink under a finger.
      { ...byCursor, placeholderData: keepPreviousData },
    ),
  )
  const options = (campaigns.data?.pages ?? []).flatMap((page) =>
    page.items.map(({ id, name, state }) => ({ value: id, label: name, state })),
  )
  const isChosenMissing = chosen && !search && !options.some((option) => option.value === chosen.id)
  return (
    <Select
      {...rest}
      allowClear
      disabled={isDisabled}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={campaigns.isFetching}
      placeholder={placeholder ?? t('pickCampaign')}
      value={value ?? undefined}
      onChange={onChange}
      options={isChosenMissing ? [{ value: chosen.id, label: chosen.name }, ...options] : options}
      onPopupScroll={({ currentTarget }) => {
        const isNearEnd =
          currentTarget.scrollTop + currentTarget.clientHeight > currentTarget.scrollHeight - 80
        if (isNearEnd && campaigns.hasNextPage && !campaigns.isFetching) void campaigns.fetchNextPage()
      }}
    />
  )
}
