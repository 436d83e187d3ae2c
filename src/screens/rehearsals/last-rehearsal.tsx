'use client'

import { useTranslations } from 'next-intl'
import { Instant } from '@/components/instant'
import { formatFen } from '@/components/money'
import type { RehearsalRead } from './rehearsal'

type Last = NonNullable<RehearsalRead['last']>

/** What the last rehearsal came to; all that is left of it. */
export function LastRehearsal({ last: { closedAt, closedWhy, summary } }: { last: Last }) {
  const t = useTranslations('rehearsals')
  return (
    <p className="mt-1 mb-0 border-t border-line pt-4 text-[13px] text-ink-soft">
      <span className="mr-2 font-medium">{t('last')}</span>
      {closedAt && <Instant at={closedAt} className="mr-2" />}
      {closedWhy && t(`lastWhy.${closedWhy}`)}
      {summary && (
        <span className="mt-0.5 block tabular-nums">
          {t('lastLine', { ...summary, used: formatFen(summary.usedFen) })}
          <span className={`ml-2 ${summary.differences > 0 ? 'text-negative' : 'text-positive'}`}>
            {summary.differences > 0 ? t('booksDiffer', { count: summary.differences }) : t('booksAgree')}
          </span>
        </span>
      )}
    </p>
  )
}
