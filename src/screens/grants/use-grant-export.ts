'use client'

import { App } from 'antd'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { wallClockIn } from '@/components/shop-time'
import { useShopTimeZone } from '@/components/shop-time-zone'
import { readFailure } from '@/src/client/failure'
import { type StaffInput, useTRPCClient } from '@/src/client/trpc'
import { useFailureWords } from '@/src/client/use-failure-words'
import { toCsv } from './csv'
import type { GrantRow } from './grant-row'
import { saveFile } from './save-file'
import { useGivenWords } from './use-given-words'

const PAGE_SIZE = 100
const MAX_ROWS = 5_000

/** Reads every grant of a filter, page by page, and saves them as a CSV file. */
export function useGrantExport() {
  const t = useTranslations('grants')
  const kinds = (kind: GrantRow['given']['kind']) => t(`kinds.${kind}`)
  const client = useTRPCClient()
  const timeZone = useShopTimeZone()
  const { message } = App.useApp()
  const { sayFailure } = useFailureWords()
  const [count, setCount] = useState<number>()
  const isRunning = useRef(false)

  const say = useGivenWords()
  const instant = (at: string) => wallClockIn(timeZone, new Date(at)).replace('T', ' ')
  const line = (row: GrantRow) => [
    instant(row.grantedAt),
    row.member.nickname,
    row.member.id,
    row.reward.title,
    kinds(row.given.kind),
    say(row.given),
    row.campaign.name,
    row.tool.name,
    t(`states.${row.state}`),
    (row.reservedFen / 100).toFixed(2),
    row.expiresAt ? instant(row.expiresAt) : t('forEver'),
    row.address?.name ?? '',
    row.address?.phone ?? '',
    row.address?.region ?? '',
    row.id,
  ]
  const head = (
    [
      'grantedAt',
      'member',
      'memberId',
      'reward',
      'kind',
      'given',
      'campaign',
      'tool',
      'state',
      'reserved',
      'expiresAt',
      'recipient',
      'phone',
      'address',
      'id',
    ] as const
  ).map((name) => t(`columns.${name}`))

  async function exportGrants(filter: Omit<StaffInput['grants']['list'], 'cursor' | 'limit'>) {
    if (isRunning.current) return
    isRunning.current = true
    setCount(0)
    try {
      const rows: GrantRow[] = []
      let cursor: string | undefined
      do {
        const page = await client.grants.list.query({ ...filter, cursor, limit: PAGE_SIZE })
        rows.push(...page.items)
        setCount(rows.length)
        cursor = page.nextCursor ?? undefined
      } while (cursor && rows.length < MAX_ROWS)
      const day = wallClockIn(timeZone, new Date()).slice(0, 10)
      saveFile(`${t('fileName')}-${day}.csv`, toCsv([head, ...rows.map(line)]), 'text/csv')
      if (cursor) void message.warning(t('exportCapped', { count: rows.length }))
      else void message.success(t('exported', { count: rows.length }))
    } catch (error) {
      void message.error(sayFailure(readFailure(error)))
    } finally {
      isRunning.current = false
      setCount(undefined)
    }
  }

  return { exportGrants, exportedSoFar: count }
}
