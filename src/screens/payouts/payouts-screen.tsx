'use client'

import { FileProtectOutlined, UploadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Tabs, Tooltip } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PageHeader } from '@/components/page-header'
import { ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { useUrlFilters } from '@/src/client/use-url-filters'
import { BatchesList } from './batches-list'
import { ImportResultsDialog } from './import-results-dialog'
import { MakeBatchDialog } from './make-batch-dialog'
import { PayoutFigures } from './payout-figures'
import { PayoutsList } from './payouts-list'

const FILTERS = ['view', 'search', 'state', 'batch'] as const

/** Who waits for money, how much, and how far has it come? */
export function PayoutsScreen() {
  const t = useTranslations('payouts')
  const trpc = useTRPC()
  const canRead = useCan('payout.read')
  const canWrite = useCan('payout.write')
  const { filters, setFilter } = useUrlFilters(FILTERS)
  const totals = useQuery(trpc.payouts.totals.queryOptions(undefined, { enabled: canRead }))
  const [open, setOpen] = useState<'make' | 'import'>()
  const ready = totals.data?.ready

  if (!canRead) return <ForbiddenState />
  const close = () => setOpen(undefined)
  const showOrders = (batch?: string) => {
    setFilter('batch', batch)
    setFilter('view', undefined)
  }
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={t('answer')}
        extra={
          canWrite && (
            <Button icon={<UploadOutlined />} onClick={() => setOpen('import')}>
              {t('import.action')}
            </Button>
          )
        }
        action={
          canWrite && (
            <Tooltip title={ready?.count === 0 ? t('make.none') : undefined}>
              <Button
                type="primary"
                icon={<FileProtectOutlined />}
                disabled={!ready?.count}
                onClick={() => setOpen('make')}
              >
                {t('make.action')}
              </Button>
            </Tooltip>
          )
        }
      />
      <PayoutFigures
        totals={totals.data}
        chosen={filters.view === 'batches' ? '' : filters.state}
        onChoose={(state) => {
          setFilter('state', state)
          showOrders()
        }}
      />
      <Tabs
        activeKey={filters.view === 'batches' ? 'batches' : 'orders'}
        onChange={(view) => setFilter('view', view === 'batches' ? view : undefined)}
        items={[
          { key: 'orders', label: t('orders'), children: <PayoutsList /> },
          {
            key: 'batches',
            label: t('batches'),
            children: <BatchesList onShow={showOrders} />,
          },
        ]}
      />
      {ready && (
        <MakeBatchDialog
          ready={ready}
          isOpen={open === 'make'}
          onClose={close}
          onMade={() => setFilter('view', 'batches')}
        />
      )}
      <ImportResultsDialog isOpen={open === 'import'} onClose={close} />
    </>
  )
}
