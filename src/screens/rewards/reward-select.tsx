'use client'

import { PlusOutlined } from '@ant-design/icons'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Divider, Select } from 'antd'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useEffect, useState } from 'react'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { byCursor } from '@/src/client/use-cursor-list'
import { RewardFormDrawer } from './reward-form-drawer'
import { RewardKindIcon } from './reward-kind-icon'
import { useRewardWords } from './use-reward-words'

interface RewardSelectProps {
  id?: string
  label: string
  value: string | undefined
  onChange: (rewardId: string) => void
  isDisabled?: boolean
  isInvalid?: boolean
  /** Offers every reward by name only, to filter by. */
  isFilter?: boolean
  className?: string
}

/** Chooses a reward by name, or makes a new one without leaving the form. */
export function RewardSelect(props: RewardSelectProps) {
  const { id, label, value, onChange, isDisabled, isInvalid, isFilter, className } = props
  const t = useTranslations('rewards.select')
  const trpc = useTRPC()
  const words = useRewardWords()
  const canCreate = useCan('reward.write') && !isFilter
  const [isOpen, setOpen] = useState(false)
  const [isCreating, setCreating] = useState(false)
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const rewards = useInfiniteQuery(
    trpc.rewards.list.infiniteQueryOptions(
      { search: search || undefined, limit: 50 },
      // While a search is under way the list stays: it must not blink under a finger.
      { ...byCursor, placeholderData: keepPreviousData },
    ),
  )
  const known = rewards.data?.pages.flatMap((page) => page.items) ?? []

  // An older choice is further down: its name must be found before it can be shown.
  const isMissing = Boolean(value) && !search && !known.some((reward) => reward.id === value)
  const { hasNextPage, isFetching, fetchNextPage } = rewards
  useEffect(() => {
    if (isMissing && hasNextPage && !isFetching) void fetchNextPage()
  }, [isMissing, hasNextPage, isFetching, fetchNextPage])

  return (
    <>
      <Select
        id={id}
        className={className ?? 'w-full'}
        aria-label={label}
        open={isOpen}
        onOpenChange={setOpen}
        allowClear={isFilter}
        disabled={isDisabled}
        status={isInvalid ? 'error' : undefined}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        placeholder={isFilter ? label : t('placeholder')}
        loading={isFetching}
        // While its name is being looked for, nothing is better than an id.
        value={isMissing ? undefined : value || undefined}
        onChange={(next: string | undefined) => onChange(next ?? '')}
        options={known.map((reward) => ({
          value: reward.id,
          label: reward.title,
          kind: reward.kind,
          note: reward.isEnabled ? words.face(reward.terms) : t('disabled'),
        }))}
        optionRender={({ label: title, data }) => (
          <span className="flex items-center gap-2">
            <RewardKindIcon kind={data.kind} className="size-5 text-xs" />
            <span className="min-w-0 flex-1 truncate">{title}</span>
            {!isFilter && <span className="text-xs text-ink-faint">{data.note}</span>}
          </span>
        )}
        onPopupScroll={({ currentTarget }) => {
          const rest = currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight
          if (rest < 80 && hasNextPage && !isFetching) void fetchNextPage()
        }}
        popupRender={(menu) => (
          <>
            {menu}
            {canCreate && (
              <>
                <Divider className="my-1!" />
                <Button
                  type="text"
                  block
                  className="justify-start! text-brand!"
                  icon={<PlusOutlined />}
                  onClick={() => {
                    setOpen(false)
                    setCreating(true)
                  }}
                >
                  {t('create')}
                </Button>
              </>
            )}
          </>
        )}
      />
      {canCreate && (
        <RewardFormDrawer
          isInner
          isOpen={isCreating}
          onClose={() => setCreating(false)}
          onDone={(rewardId) => {
            setCreating(false)
            onChange(rewardId)
          }}
        />
      )}
    </>
  )
}
