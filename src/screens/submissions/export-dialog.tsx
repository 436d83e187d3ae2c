'use client'

import { useTranslations } from 'next-intl'
import { ConfirmAction } from '@/components/confirm-action'
import { FailureAlert } from '@/src/client/failure-alert'
import { type StaffInput, useTRPC, useTRPCClient } from '@/src/client/trpc'
import { saveFile } from '../grants/save-file'
import { useAction } from '../use-action'
import type { SubmissionColumn } from './submission'

/** Rows of one file, as the server has it. */
const MOST_ROWS = 20_000

interface ExportProps {
  count: number
  columns: readonly SubmissionColumn[]
  of: StaffInput['submissions']['export']
  /** Only what was searched for. */
  isPart: boolean
  isOpen: boolean
  onClose: () => void
}

/** Says what a file will hold before it is made and saved. */
export function ExportDialog({ count, columns, of, isPart, isOpen, onClose }: ExportProps) {
  const t = useTranslations('submissions.export')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const { failure, run, close } = useAction(trpc.submissions.count.queryFilter(of), onClose)
  const labels = [...new Map(columns.map(({ key, label }) => [key, label])).values()]

  const make = () =>
    run(async () => {
      const { name, csv, count: exported } = await client.submissions.export.mutate(of)
      saveFile(name, csv, 'text/csv')
      return t('done', { count: exported })
    })

  return (
    <ConfirmAction
      isOpen={isOpen}
      title={t('title', { count })}
      consequences={[
        t(isPart ? 'will.part' : 'will.all', { count }),
        t('will.columns', { columns: labels.join('、') }),
        t('will.whole'),
        t('will.noted'),
      ]}
      confirmLabel={t('confirm')}
      isConfirmDisabled={count === 0 || count > MOST_ROWS}
      failure={
        count > MOST_ROWS ? (
          <p role="alert" className="mt-0 text-negative">
            {t('tooMany', { most: MOST_ROWS })}
          </p>
        ) : (
          <FailureAlert failure={failure} />
        )
      }
      onConfirm={make}
      onClose={close}
    />
  )
}
