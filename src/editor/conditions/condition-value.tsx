'use client'

import { useQuery } from '@tanstack/react-query'
import { Checkbox, InputNumber, Segmented, Select } from 'antd'
import { useTranslations } from 'next-intl'
import { InstantPicker } from '@/components/instant-picker'
import type { ConditionFieldKind, ConditionTest } from '@/schemas/condition-fields'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { halvesOf } from './use-condition-words'

interface ConditionValueProps {
  kind: ConditionFieldKind
  test: ConditionTest
  isDisabled: boolean
  onChange: (test: ConditionTest, isContinuous: boolean) => void
}

const HOURS = Array.from({ length: 25 }, (_, hour) => hour)
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** What the fact is compared with, edited as its kind asks. */
export function ConditionValue({ kind, test, isDisabled, onChange }: ConditionValueProps) {
  const t = useTranslations('editor.conditions')
  const { field, value } = test
  const [, name] = halvesOf(field)
  const label = t('value')
  const set = (next: ConditionTest['value'], isContinuous = false) =>
    onChange({ ...test, value: next }, isContinuous)

  switch (kind.kind) {
    case 'flag':
      return (
        <Segmented
          block
          aria-label={label}
          disabled={isDisabled}
          options={[
            { value: true, label: t(`flags.${field as 'member.signedIn'}.yes`) },
            { value: false, label: t(`flags.${field as 'member.signedIn'}.no`) },
          ]}
          value={value === true}
          onChange={(next) => set(next)}
        />
      )
    case 'words':
      return <Words test={test} isDisabled={isDisabled} onChange={set} />
    case 'choice':
      return (
        <Select
          mode="multiple"
          className="w-full"
          aria-label={label}
          disabled={isDisabled}
          options={kind.options.map((option) => ({
            value: option,
            label: t(`phases.${option as 'running'}`),
          }))}
          value={value as string[]}
          onChange={(next) => set(next)}
        />
      )
    case 'number':
      return (
        <InputNumber<number>
          className="w-full"
          aria-label={label}
          disabled={isDisabled}
          min={kind.min}
          max={kind.max}
          precision={0}
          suffix={t(`units.${name as 'chances'}`)}
          value={Number(value)}
          onChange={(next) => next !== null && set(next, true)}
        />
      )
    case 'instant':
      return (
        <InstantPicker
          aria-label={label}
          disabled={isDisabled}
          value={String(value)}
          onChange={(next) => next !== null && set(next)}
        />
      )
    case 'hours': {
      const [from = 9, until = 21] = value as number[]
      const options = (hours: readonly number[]) =>
        hours.map((hour) => ({ value: hour, label: t('hours.hour', { hour }) }))
      return (
        <div className="flex items-center gap-2">
          <Select
            className="flex-1"
            aria-label={t('hours.from')}
            disabled={isDisabled}
            options={options(HOURS.slice(0, -1))}
            value={from}
            onChange={(next) => set([next, until])}
          />
          <span className="text-[13px] text-ink-faint">{t('hours.to')}</span>
          <Select
            className="flex-1"
            aria-label={t('hours.until')}
            disabled={isDisabled}
            options={options(HOURS.slice(1))}
            value={until}
            onChange={(next) => set([from, next])}
          />
        </div>
      )
    }
    case 'weekdays':
      return (
        <Checkbox.Group
          className="grid grid-cols-4 gap-y-1"
          disabled={isDisabled}
          options={WEEKDAYS.map((day) => ({ value: day, label: t(`weekdays.d${day}`) }))}
          value={value as number[]}
          onChange={(next) => set([...next].sort())}
        />
      )
  }
}

interface WordsProps {
  test: ConditionTest
  isDisabled: boolean
  onChange: (words: string[]) => void
}

/** Words of the shop's own: typed, or chosen from those that members have. */
function Words({ test, isDisabled, onChange }: WordsProps) {
  const t = useTranslations('editor.conditions')
  const trpc = useTRPC()
  const canSee = useCan('grant.give')
  const traits = useQuery(trpc.members.traits.queryOptions(undefined, { enabled: canSee }))
  const kinds = { level: traits.data?.levels, city: traits.data?.cities, tags: traits.data?.tags }
  const known = kinds[halvesOf(test.field)[1] as keyof typeof kinds] ?? []
  return (
    <Select
      mode="tags"
      className="w-full"
      aria-label={t('value')}
      disabled={isDisabled}
      placeholder={t('words')}
      tokenSeparators={[',', '，', '、']}
      maxCount={20}
      options={known.map(({ value }) => ({ value, label: value }))}
      value={[...(test.value as readonly string[])]}
      onChange={(words: string[]) =>
        onChange([...new Set(words.map((word) => word.trim().slice(0, 40)).filter((word) => word !== ''))])
      }
    />
  )
}
