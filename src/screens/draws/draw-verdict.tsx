'use client'

import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons'
import { useTranslations } from 'next-intl'
import type { StaffOutput } from '@/src/client/trpc'

type Difference = StaffOutput['draws']['replay']['differences'][number]

/** Whether a draw that was made again came to the same, and where it did not. */
export function DrawVerdict({ differences }: { differences: readonly Difference[] }) {
  const t = useTranslations('draws')
  if (differences.length === 0) {
    return (
      <span role="status" className="inline-flex items-center gap-1.5 whitespace-nowrap text-positive">
        <CheckCircleFilled />
        {t('same')}
      </span>
    )
  }
  return (
    <div role="alert" className="text-negative">
      <span className="inline-flex items-center gap-1.5">
        <CloseCircleFilled />
        {t('differs')}
      </span>
      <ul className="m-0 list-none p-0 text-xs leading-5">
        {differences.map(({ what, kept, replayed }) => (
          <li key={what}>
            {t(`differences.${what}`, { kept: kept || t('nothing'), replayed: replayed || t('nothing') })}
          </li>
        ))}
      </ul>
    </div>
  )
}
