'use client'

import { App } from 'antd'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { wallClockIn } from '@/components/shop-time'
import { useShopTimeZone } from '@/components/shop-time-zone'
import { readFailure } from '@/src/client/failure'
import { type StaffInput, useTRPCClient } from '@/src/client/trpc'
import { useFailureWords } from '@/src/client/use-failure-words'
import { toCsv } from '../grants/csv'
import { saveFile } from '../grants/save-file'
import type { Batch, BatchRow } from './batch'
import { useRowWords } from './use-row-words'

const PAGE_SIZE = 500

/** Reads all of a batch's rows that fit a filter, page by page, and saves them as a CSV file. */
export function useRowExport({ id, name }: Batch) {
  const t = useTranslations('grantBatches')
  const client = useTRPCClient()
  const timeZone = useShopTimeZone()
  const { message } = App.useApp()
  const { sayFailure } = useFailureWords()
  const say = useRowWords()
  const [count, setCount] = useState<number>()
  const isRunning = useRef(false)

  const instant = (at: string | null) => (at ? wallClockIn(timeZone, new Date(at)).replace('T', ' ') : '')
  const line = (row: BatchRow) => [
    String(row.position),
    row.member.nickname,
    row.member.shopMemberId,
    row.remark,
    t(`outcomes.${row.outcome}`),
    say(row),
    instant(row.settledAt),
    row.grantId ?? '',
  ]
  const head = (
    ['position', 'member', 'shopId', 'remark', 'outcome', 'why', 'settledAt', 'grantId'] as const
  ).map((column) => t(`rows.${column}`))

  async function exportRows(filter: Omit<StaffInput['grantBatches']['rows'], 'id' | 'cursor' | 'limit'>) {
    if (isRunning.current) return
    isRunning.current = true
    setCount(0)
    try {
      const lines: string[][] = []
      let cursor: string | undefined
      do {
        const page = await client.grantBatches.rows.query({ id, ...filter, cursor, limit: PAGE_SIZE })
        lines.push(...page.items.map(line))
        setCount(lines.length)
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      saveFile(`${t('rows.fileName')}-${name}.csv`, toCsv([head, ...lines]), 'text/csv')
      void message.success(t('rows.exported', { count: lines.length }))
    } catch (error) {
      void message.error(sayFailure(readFailure(error)))
    } finally {
      isRunning.current = false
      setCount(undefined)
    }
  }
  return { exportRows, exportedSoFar: count }
}
