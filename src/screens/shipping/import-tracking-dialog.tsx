'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { Tone } from '@/components/state-tag'
import type { TrackingResults, TrackingRowOutcome } from '@/schemas/shipping'
import { useTRPC } from '@/src/client/trpc'
import { ImportFileDialog } from '../import-file-dialog'
import { ImportRows } from '../import-rows'

const TONES: Record<TrackingRowOutcome, Tone> = {
  shipped: 'positive',
  unchanged: 'neutral',
  pending: 'caution',
  rejected: 'negative',
}

/** Takes the tracking numbers the warehouse filled in, and tells what became of each row. */
export function ImportTrackingDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('shipping.import')
  const trpc = useTRPC()
  const queries = useQueryClient()
  return (
    <ImportFileDialog<TrackingResults>
      isOpen={isOpen}
      words="shipping.import"
      path="/api/staff/shipping/tracking"
      hints={[t('columns'), t('results'), t('again')]}
      onSent={() => queries.invalidateQueries(trpc.shipping.pathFilter())}
      onClose={onClose}
    >
      {({ rows, counts }) => (
        <ImportRows
          title={t(counts.shipped > 0 ? 'done' : 'nothing')}
          isDone={counts.shipped > 0}
          tones={TONES}
          counts={counts}
          rows={rows}
          headings={{
            row: t('row'),
            reference: t('reference'),
            outcome: t('outcome'),
            problem: t('problem'),
          }}
          sayOutcome={(outcome) => t(`outcomes.${outcome}`)}
          sayProblem={({ problem }) => (problem ? t(`problems.${problem}`) : '')}
        />
      )}
    </ImportFileDialog>
  )
}
