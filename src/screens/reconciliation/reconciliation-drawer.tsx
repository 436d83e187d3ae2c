'use client'

import { Drawer } from 'antd'
import { useTranslations } from 'next-intl'
import { Instant } from '@/components/instant'
import { formatFen } from '@/components/money'
import type { BookCheck, BookDifference } from '@/schemas/reconciliation'
import type { ReconciliationRow } from './reconciliation-row'
import { ResultTag } from './result-tag'

interface ReconciliationDrawerProps {
  row: ReconciliationRow
  isOpen: boolean
  onClose: () => void
}

/** Every check of one night, those that found something first, each with what it found. */
export function ReconciliationDrawer({ row, isOpen, onClose }: ReconciliationDrawerProps) {
  const t = useTranslations('reconciliation')
  const { ranAt, checked, differences, differenceCount } = row
  const found = differences ?? []
  const checks = Object.entries(checked ?? {}) as [BookCheck, number][]
  const off = checks.filter(([check]) => found.some((difference) => difference.check === check))
  const fine = checks.filter(([check]) => !found.some((difference) => difference.check === check))
  const missing = (differenceCount ?? 0) - found.length
  return (
    <Drawer
      open={isOpen}
      size={640}
      title={t('detail.title')}
      onClose={onClose}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <div className="mb-2 flex items-center gap-3">
        <Instant at={ranAt} className="text-base font-semibold" />
        <ResultTag row={row} />
      </div>
      <p className="mt-0 mb-5 text-[13px] text-ink-soft">
        {off.length > 0 ? t('detail.offText') : t('detail.fineText')}
      </p>
      {off.map(([check]) => (
        <Differences
          key={check}
          check={check}
          differences={found.filter((difference) => difference.check === check)}
        />
      ))}
      {missing > 0 && (
        <p className="mt-0 mb-5 text-[13px] text-ink-faint">
          {t('detail.more', { shown: found.length, count: differenceCount ?? 0 })}
        </p>
      )}
      <ul className="m-0 list-none divide-y divide-line rounded-lg border border-line p-0">
        {fine.map(([check, rows]) => (
          <li key={check} className="flex items-baseline justify-between gap-4 px-4 py-2.5">
            <span>{t(`checks.${check}`)}</span>
            <span className="shrink-0 text-[13px] text-ink-faint tabular-nums">
              {t('detail.rows', { rows: rows.toLocaleString('zh-CN') })}
            </span>
          </li>
        ))}
      </ul>
    </Drawer>
  )
}

function Differences({ check, differences }: { check: BookCheck; differences: BookDifference[] }) {
  const t = useTranslations('reconciliation')
  return (
    <section className="mb-5 overflow-hidden rounded-lg border border-line">
      <h3 className="m-0 bg-negative-soft px-4 py-2.5 text-sm font-medium text-negative">
        {t(`checks.${check}`)}
      </h3>
      <table className="w-full table-fixed border-collapse text-[13px]">
        <thead className="text-ink-faint">
          <tr>
            <th className="px-4 py-2 text-left font-normal">{t('detail.subject')}</th>
            <th className="w-36 px-4 py-2 text-right font-normal">{t('detail.kept')}</th>
            <th className="w-36 px-4 py-2 text-right font-normal">{t('detail.counted')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ subject, kept, counted }) => (
            <tr key={subject} className="border-t border-line">
              <td className="px-4 py-2 font-mono break-all">
                {check === 'zero_sum' ? t('detail.allAccounts') : subject}
              </td>
              <td className="px-4 py-2 text-right whitespace-nowrap tabular-nums">
                {amount(check, subject, kept)}
              </td>
              <td className="px-4 py-2 text-right whitespace-nowrap tabular-nums">
                {amount(check, subject, counted)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const IN_PIECES: readonly BookCheck[] = [
  'entry_sides',
  'entry_causes',
  'stock',
  'stock_by_day',
  'voucher_codes',
  'point_lots',
  'points_used',
  'points_given_back',
]

/** Money as money, anything else as a number. */
function amount(check: BookCheck, subject: string, value: number): string {
  const isMoney = !IN_PIECES.includes(check) && !subject.endsWith(' points')
  return isMoney ? formatFen(value) : value.toLocaleString('zh-CN')
}
