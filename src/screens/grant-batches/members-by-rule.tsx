'use client'

import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Select, Skeleton } from 'antd'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { FailureAlert } from '@/src/client/failure-alert'
import { FailureState } from '@/src/client/failure-state'
import { useTRPC, useTRPCClient } from '@/src/client/trpc'
import { type Batch, number } from './batch'
import { useBatchAction } from './use-batch-action'

const TRAITS = ['cities', 'levels', 'tags'] as const
type Chosen = Record<(typeof TRAITS)[number], string[]>

/** Everybody of some cities, levels and tags. */
export function MembersByRule({ batch }: { batch: Batch }) {
  const t = useTranslations('grantBatches.rule')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const traits = useQuery(trpc.members.traits.queryOptions())
  const [rule, setRule] = useState<Chosen>({ cities: [], levels: [], tags: [], ...batch.rule })
  const { run, isRunning, failure } = useBatchAction()
  const isEmpty = TRAITS.every((name) => rule[name].length === 0)
  const tooMany = failure?.details.find(({ code }) => code === 'too_many_members')

  if (traits.error && !traits.data)
    return <FailureState error={traits.error} onRetry={() => traits.refetch()} />
  if (!traits.data) return <Skeleton active paragraph={{ rows: 3 }} />
  const { data } = traits
  const choose = () =>
    run(async () => {
      const { memberCount } = await client.grantBatches.chooseByRule.mutate({ id: batch.id, rule })
      return t('chosen', { count: memberCount })
    })
  return (
    <>
      {tooMany ? (
        <Alert
          className="mb-4!"
          type="error"
          role="alert"
          showIcon
          title={t('tooMany', { max: number(Number(tooMany.params?.max)) })}
        />
      ) : (
        <FailureAlert failure={failure} />
      )}
      {TRAITS.every((name) => data[name].length === 0) ? (
        <Alert className="mb-4!" type="info" showIcon title={t('noTraits')} />
      ) : (
        <p className="mt-0 mb-4 text-ink-soft">{t('text')}</p>
      )}
      {TRAITS.map((name) => (
        <TraitSelect
          key={name}
          label={t(name)}
          values={data[name]}
          chosen={rule[name]}
          onChange={(chosen) => setRule({ ...rule, [name]: chosen })}
        />
      ))}
      <div className="flex items-center justify-end gap-3">
        {isEmpty && <span className="text-[13px] text-ink-faint">{t('needOne')}</span>}
        <Button type="primary" ghost disabled={isEmpty} loading={isRunning} onClick={choose}>
          {t('choose')}
        </Button>
      </div>
    </>
  )
}

function TraitSelect(props: {
  label: string
  values: { value: string; members: number }[]
  chosen: string[]
  onChange: (chosen: string[]) => void
}) {
  const { label, values, chosen, onChange } = props
  const t = useTranslations('grantBatches.rule')
  const id = useId()
  return (
    <div className="mb-4 grid grid-cols-[88px_1fr] items-center gap-3 max-sm:grid-cols-1">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        mode="multiple"
        allowClear
        className="w-full"
        placeholder={t('any')}
        maxCount={50}
        value={chosen}
        onChange={onChange}
        optionFilterProp="value"
        options={values.map(({ value, members }) => ({
          value,
          label: t('option', { value, count: number(members) }),
        }))}
      />
    </div>
  )
}
