'use client'

import { CheckCircleFilled, InfoCircleFilled } from '@ant-design/icons'
import { useTranslations } from 'next-intl'
import type { ImportedMembers } from '@/schemas/grant-batch'
import { number } from './batch'

/** What a file came to: who is in, and of every other row why it is not. */
export function ImportedList({ result }: { result: ImportedMembers }) {
  const t = useTranslations('grantBatches.file')
  const { rows, memberCount, problems, problemRows } = result
  const skipped = Object.values(problems).reduce((sum, count) => sum + count, 0)
  return (
    <div role="status" className="mb-5 rounded-md border border-solid border-line px-4 py-3">
      <p className="m-0 flex items-center gap-2 font-medium">
        {memberCount > 0 ? (
          <CheckCircleFilled className="text-positive" aria-hidden="true" />
        ) : (
          <InfoCircleFilled className="text-caution" aria-hidden="true" />
        )}
        {memberCount > 0 ? t('taken', { count: memberCount }) : t('noneTaken')}
        <span className="text-[13px] font-normal text-ink-faint">{t('ofRows', { rows })}</span>
      </p>
      {skipped > 0 && (
        <>
          <p className="mt-3 mb-1 text-[13px] font-medium text-caution">{t('skipped', { count: skipped })}</p>
          <ul className="m-0 max-h-52 list-none overflow-y-auto p-0 text-[13px] leading-6">
            {problemRows.map(({ row, value, problem }) => (
              <li key={row} className="flex gap-3">
                <span className="w-20 flex-none text-ink-faint tabular-nums">
                  {t('row', { row: number(row) })}
                </span>
                {value && <code className="max-w-48 flex-none truncate">{value}</code>}
                <span className="text-ink-soft">{t(`problems.${problem}`)}</span>
              </li>
            ))}
          </ul>
          <p className="mt-1 mb-0 text-[13px] text-ink-faint">
            {skipped > problemRows.length && `${t('more', { shown: problemRows.length })} · `}
            {t('again')}
          </p>
        </>
      )}
    </div>
  )
}
