'use client'

import { Button, type TableColumnsType } from 'antd'
import { useTranslations } from 'next-intl'
import { Instant } from '@/components/instant'
import { useCan } from '@/src/client/session'
import { answerIn, type SubmissionColumn, type SubmissionRow } from './submission'

/** A column for each field of the form, between when it was sent in and what can be done with it. */
export function useSubmissionColumns(
  fields: readonly SubmissionColumn[],
  act: (what: 'show' | 'erase', row: SubmissionRow) => void,
): TableColumnsType<SubmissionRow> {
  const t = useTranslations('submissions')
  const canErase = useCan('submission.erase')
  // Pages of a list may know different fields that are gone.
  const columns = [...new Map(fields.map((field) => [field.key, field])).values()]
  return [
    {
      key: 'at',
      title: t('columns.at'),
      width: 160,
      fixed: 'left',
      render: (_, { submittedAt }) => (
        <Instant at={submittedAt} className="whitespace-nowrap text-ink-soft" />
      ),
    },
    {
      key: 'member',
      title: t('columns.member'),
      width: 150,
      render: (_, { member }) => (
        <span className="block max-w-36 leading-5">
          <span className="block truncate">{member.nickname}</span>
          <span className="block truncate text-xs text-ink-faint">{member.shopMemberId}</span>
        </span>
      ),
    },
    ...columns.map(({ key, label, isGone }) => ({
      key: `field ${key}`,
      title: (
        <span className="block max-w-48 min-w-16 leading-5">
          <span className="block truncate">{label}</span>
          {isGone && <span className="block text-xs font-normal text-ink-faint">{t('gone')}</span>}
        </span>
      ),
      render: (_: unknown, row: SubmissionRow) => {
        const answer = answerIn(row, key)
        return answer ? (
          <span className="line-clamp-2 max-w-60 min-w-16 break-words" title={answer}>
            {answer}
          </span>
        ) : (
          <span className="text-ink-faint">{t('nothing')}</span>
        )
      },
    })),
    {
      key: 'actions',
      title: <span className="sr-only">{t('columns.actions')}</span>,
      width: canErase ? 130 : 80,
      align: 'right',
      fixed: 'right',
      render: (_, row) => (
        <span className="whitespace-nowrap">
          <Button
            type="link"
            size="small"
            aria-label={t('showOf', { name: row.member.nickname })}
            onClick={() => act('show', row)}
          >
            {t('show')}
          </Button>
          {canErase && (
            <Button
              type="link"
              danger
              size="small"
              aria-label={t('erase.actionOf', { name: row.member.nickname })}
              onClick={() => act('erase', row)}
            >
              {t('erase.action')}
            </Button>
          )}
        </span>
      ),
    },
  ]
}
