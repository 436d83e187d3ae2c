'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { PayoutResults } from '@/schemas/payout'
import { useTRPC } from '@/src/client/trpc'
import { ImportFileDialog } from '../import-file-dialog'
import { ImportResult } from './import-result'

/** Takes the bank's answer and tells what became of each row. */
export function ImportResultsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('payouts.import')
  const trpc = useTRPC()
  const queries = useQueryClient()
  return (
    <ImportFileDialog<PayoutResults>
      isOpen={isOpen}
      words="payouts.import"
      path="/api/staff/payouts/results"
      hints={[t('columns'), t('results'), t('again')]}
      onSent={() => queries.invalidateQueries(trpc.payouts.pathFilter())}
      onClose={onClose}
    >
      {(results) => <ImportResult results={results} />}
    </ImportFileDialog>
  )
}
