'use client'

import { CheckCircleFilled, InfoCircleFilled } from '@ant-design/icons'
import { Table } from 'antd'
import { useTranslations } from 'next-intl'
import { StateTag, type Tone } from '@/components/state-tag'
import type { PayoutResultRow, PayoutResults, PayoutRowOutcome } from '@/schemas/payout'

const OUTCOMES: PayoutRowOutcome[] = ['paid', 'failed', 'returned', 'unchanged', 'pending', 'rejected']

const TONES: Record<PayoutRowOutcome, Tone> = {
  paid: 'positive',
  failed: 'negative',
  returned: 'neutral',
  unchanged: 'neutral',
  pending: 'caution',
  rejected: 'negative',
}

/** What became of the rows of the bank's answer, those that were not taken first. */
export function ImportResult({ results: { rows, counts } }: { results: PayoutResults }) {
  const t = useTranslations('payouts.import')
  const settled = counts.paid + counts.failed + counts.returned
  const sorted = rows.toSorted((a, b) => Number(b.outcome === 'rejected') - Number(a.outcome === 'rejected'))
  return (
    <div role="status">
      <p className="mt-4 mb-4 flex items-center gap-2 text-[15px] font-medium text-ink">
        {settled > 0 ? (
          <CheckCircleFilled className="text-positive" aria-hidden="true" />
        ) : (
          <InfoCircleFilled className="text-caution" aria-hidden="true" />
        )}
        {t(settled > 0 ? 'done' : 'nothing')}
      </p>
      <dl className="m-0 grid grid-cols-6 gap-3 max-md:grid-cols-3">
        {OUTCOMES.map((outcome) => (
          <div key={outcome} className="rounded-md border border-solid border-line px-3 py-2">
            <dt className="text-xs whitespace-nowrap text-ink-faint">{t(`outcomes.${outcome}`)}</dt>
            <dd
              className={`m-0 text-lg font-semibold tabular-nums ${
                outcome === 'rejected' && counts.rejected > 0 ? 'text-negative' : 'text-ink'
              }`}
            >
              {counts[outcome].toLocaleString('zh-CN')}
            </dd>
          </div>
        ))}
      </dl>
      <Table<PayoutResultRow>
        className="mt-5"
        size="small"
        rowKey="row"
        dataSource={sorted}
        pagination={sorted.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        scroll={{ y: 280 }}
        columns={[
          { key: 'row', title: t('row'), dataIndex: 'row', width: 60, align: 'right' },
          {
            key: 'reference',
            title: t('reference'),
            width: 270,
            ellipsis: true,
            render: (_, { reference }) => <code className="text-xs">{reference || '—'}</code>,
          },
          {
            key: 'outcome',
            title: t('outcome'),
            width: 130,
            render: (_, { outcome }) => <StateTag tone={TONES[outcome]}>{t(`outcomes.${outcome}`)}</StateTag>,
          },
          {
            key: 'problem',
            title: t('problem'),
            render: (_, { problem }) => (problem ? t(`problems.${problem}`) : ''),
          },
        ]}
      />
    </div>
  )
}
