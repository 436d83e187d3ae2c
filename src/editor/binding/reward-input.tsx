'use client'

import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useState } from 'react'
import type { RewardFieldProps } from '@/components/fields/types'
import { useTRPC } from '@/src/client/trpc'

/** Chooses a reward by its name, found by typing. */
export function RewardInput({ id, label, value, onChange, isDisabled, isInvalid }: RewardFieldProps) {
  const trpc = useTRPC()
  const t = useTranslations('editor.binding')
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const rewards = useQuery(
    trpc.rewards.list.queryOptions(
      { search: search || undefined, limit: 50 },
      { placeholderData: (before) => before },
    ),
  )
  return (
    <Select
      id={id}
      className="w-full"
      aria-label={label}
      disabled={isDisabled}
      status={isInvalid ? 'error' : undefined}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('chooseReward')}
      loading={rewards.isFetching}
      options={rewards.data?.items.map((reward) => ({ value: reward.id, label: reward.title })) ?? []}
      value={value || undefined}
      onChange={onChange}
    />
  )
}
