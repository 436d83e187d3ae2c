'use client'

import { CheckCircleFilled, InfoCircleFilled } from '@ant-design/icons'
import { Table } from 'antd'
import { StateTag, type Tone } from '@/components/state-tag'

interface Row<Outcome extends string> {
  /** As spreadsheets count, from 1. */
  row: number
  reference: string
  outcome: Outcome
}

interface ImportRowsProps<Outcome extends string, R extends Row<Outcome>> {
  /** What came of it as a whole, and whether it changed anything. */
  title: string
  isDone: boolean
  /** Every outcome with how it looks, in the order they are counted in. */
  tones: Record<Outcome, Tone>
  counts: Record<Outcome, number>
  rows: R[]
  headings: Record<'row' | 'reference' | 'outcome' | 'problem', string>
  sayOutcome: (outcome: Outcome) => string
  sayProblem: (row: R) => string
}

/** What became of the rows of a file, those that were not taken first. */
export function ImportRows<Outcome extends string, R extends Row<Outcome>>(
  props: ImportRowsProps<Outcome, R>,
) {
  const { title, isDone, tones, counts, rows, headings, sayOutcome, sayProblem } = props
  const outcomes = Object.keys(tones) as Outcome[]
  const sorted = rows.toSorted((a, b) => Number(b.outcome === 'rejected') - Number(a.outcome === 'rejected'))
  return (
    <div role="status">
      <p className="mt-4 mb-4 flex items-center gap-2 text-[15px] font-medium text-ink">
        {isDone ? (
          <CheckCircleFilled className="text-positive" aria-hidden="true" />
        ) : (
          <InfoCircleFilled className="text-caution" aria-hidden="true" />
        )}
        {title}
      </p>
      <dl className="m-0 grid auto-cols-fr grid-flow-col gap-3 max-md:grid-flow-row max-md:grid-cols-3">
        {outcomes.map((outcome) => (
          <div key={outcome} className="rounded-md border border-solid border-line px-3 py-2">
            <dt className="text-xs whitespace-nowrap text-ink-faint">{sayOutcome(outcome)}</dt>
            <dd
              className={`m-0 text-lg font-semibold tabular-nums ${
                outcome === 'rejected' && counts[outcome] > 0 ? 'text-negative' : 'text-ink'
              }`}
            >
              {counts[outcome].toLocaleString('zh-CN')}
            </dd>
          </div>
        ))}
      </dl>
      <Table<R>
        className="mt-5"
        size="small"
        rowKey="row"
        dataSource={sorted}
        pagination={sorted.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        scroll={{ y: 280 }}
        columns={[
          { key: 'row', title: headings.row, dataIndex: 'row', width: 60, align: 'right' },
          {
            key: 'reference',
            title: headings.reference,
            width: 270,
            ellipsis: true,
            render: (_, { reference }) => <code className="text-xs">{reference || '—'}</code>,
          },
          {
            key: 'outcome',
            title: headings.outcome,
            width: 130,
            render: (_, { outcome }) => <StateTag tone={tones[outcome]}>{sayOutcome(outcome)}</StateTag>,
          },
          { key: 'problem', title: headings.problem, render: (_, row) => sayProblem(row) },
        ]}
      />
    </div>
  )
}
