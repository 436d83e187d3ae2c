'use client'

import { CheckCircleFilled, DownloadOutlined } from '@ant-design/icons'
import { Button, Table } from 'antd'
import { useTranslations } from 'next-intl'
import type { ProductImportResult, RejectedRow } from '@/schemas/product-import'
import { toCsv } from '../grants/csv'
import { saveFile } from '../grants/save-file'

/** What became of the rows of a list: how many of each, and which were not taken and why. */
export function ImportResultView({ result }: { result: ProductImportResult }) {
  const t = useTranslations('products')
  const { added, updated, unchanged, rejected, rejectedCount } = result
  const say = {
    column: ({ column }: RejectedRow) => (column ? t(`columns.${column}`) : t('result.wholeRow')),
    reason: ({ reason }: RejectedRow) => t(`reasons.${reason}`),
  }

  function download() {
    const head = [t('result.row'), t('result.column'), t('result.value'), t('result.reason')]
    const rows = rejected.map((row) => [String(row.row), say.column(row), row.value ?? '', say.reason(row)])
    saveFile(`${t('result.fileName')}.csv`, toCsv([head, ...rows]), 'text/csv')
  }

  return (
    <div role="status">
      <p className="mt-2 mb-4 flex items-center gap-2 text-[15px] font-medium text-ink">
        <CheckCircleFilled className="text-positive" />
        {t('result.done')}
      </p>
      <dl className="m-0 grid grid-cols-4 gap-3">
        <Figure label={t('result.added')} count={added} />
        <Figure label={t('result.updated')} count={updated} />
        <Figure label={t('result.unchanged')} count={unchanged} />
        <Figure label={t('result.rejected')} count={rejectedCount} isBad={rejectedCount > 0} />
      </dl>
      {rejected.length > 0 && (
        <section className="mt-5">
          <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
            <h3 className="m-0 text-[13px] font-medium text-ink">
              {t('result.rejectedTitle')}
              {rejectedCount > rejected.length && (
                <span className="ml-2 font-normal text-ink-faint">
                  {t('result.firstHundred', { count: rejectedCount })}
                </span>
              )}
            </h3>
            <Button size="small" icon={<DownloadOutlined />} onClick={download}>
              {t('result.download')}
            </Button>
          </div>
          <Table<RejectedRow>
            size="small"
            rowKey={({ row, column }) => `${row}.${column}`}
            dataSource={rejected}
            pagination={false}
            scroll={{ y: 260 }}
            columns={[
              { key: 'row', title: t('result.row'), dataIndex: 'row', width: 72, align: 'right' },
              { key: 'column', title: t('result.column'), width: 96, render: (_, row) => say.column(row) },
              {
                key: 'value',
                title: t('result.value'),
                dataIndex: 'value',
                width: 180,
                ellipsis: true,
              },
              { key: 'reason', title: t('result.reason'), render: (_, row) => say.reason(row) },
            ]}
          />
        </section>
      )}
    </div>
  )
}

function Figure({ label, count, isBad }: { label: string; count: number; isBad?: boolean }) {
  return (
    <div className="rounded-md border border-solid border-line px-3 py-2">
      <dt className="text-xs text-ink-faint">{label}</dt>
      <dd className={`m-0 text-lg font-semibold tabular-nums ${isBad ? 'text-negative' : 'text-ink'}`}>
        {count.toLocaleString('en')}
      </dd>
    </div>
  )
}
