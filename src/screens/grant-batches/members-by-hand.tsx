'use client'

import { CloseOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SearchBox } from '@/components/search-box'
import { FailureAlert } from '@/src/client/failure-alert'
import { useTRPC, useTRPCClient } from '@/src/client/trpc'
import { MemberFinder } from '../decisions/member-finder'
import type { Batch } from './batch'
import { useBatchAction } from './use-batch-action'

const MOST = 200

interface Picked {
  id: string
  nickname: string
}

/** Members picked one by one, as support does for somebody on the telephone. */
export function MembersByHand({ batch }: { batch: Batch }) {
  const t = useTranslations('grantBatches.hand')
  const rule = useTranslations('grantBatches.rule')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const [search, setSearch] = useState('')
  const isKept = batch.source === 'hand' && batch.memberCount > 0
  const kept = useQuery(
    trpc.grantBatches.rows.queryOptions({ id: batch.id, limit: MOST }, { enabled: isKept }),
  )
  const [changed, setChanged] = useState<Picked[]>()
  const picked = changed ?? (isKept ? (kept.data?.items ?? []).map(({ member }) => member) : [])
  const { run, isRunning, failure } = useBatchAction()

  const found = useQuery(trpc.decisions.members.queryOptions({ search }, { enabled: search !== '' }))
  function pick(id: string) {
    const member = found.data?.find((each) => each.id === id)
    if (member && picked.length < MOST && !picked.some((each) => each.id === id))
      setChanged([...picked, { id, nickname: member.nickname }])
  }
  const save = () =>
    run(async () => {
      const memberIds = picked.map(({ id }) => id)
      const { memberCount } = await client.grantBatches.chooseByHand.mutate({ id: batch.id, memberIds })
      setChanged(undefined)
      return rule('chosen', { count: memberCount })
    })
  return (
    <>
      <FailureAlert failure={failure} />
      <SearchBox label={t('search')} value={search} onSearch={setSearch} />
      {search !== '' && (
        <div className="mt-3 max-h-72 overflow-y-auto rounded-md border border-solid border-line">
          <MemberFinder search={search} onChoose={pick} />
        </div>
      )}
      {picked.length === 0 ? (
        <p className="mt-4 mb-0 text-ink-faint">{t('nothing')}</p>
      ) : (
        <ul aria-label={t('picked')} className="mt-4 mb-0 flex list-none flex-wrap gap-2 p-0">
          {picked.map(({ id, nickname }) => (
            <li key={id} className="flex items-center gap-1 rounded-full bg-brand-soft py-0.5 pr-1 pl-3">
              <span className="max-w-36 truncate text-brand-deep">{nickname}</span>
              <Button
                type="text"
                size="small"
                shape="circle"
                aria-label={t('remove', { name: nickname })}
                icon={<CloseOutlined className="text-[10px]" />}
                onClick={() => setChanged(picked.filter((each) => each.id !== id))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="mt-4 flex items-center justify-end gap-3">
        {picked.length >= MOST && <span className="text-[13px] text-caution">{t('most')}</span>}
        {picked.length > 0 && (
          <Button type="primary" ghost disabled={changed === undefined} loading={isRunning} onClick={save}>
            {t('save', { count: picked.length })}
          </Button>
        )}
      </div>
    </>
  )
}
