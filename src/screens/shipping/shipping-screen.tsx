'use client'

import { ExportOutlined, UploadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Tabs, Tooltip } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FigureFilters } from '@/components/figure-filters'
import { PageHeader } from '@/components/page-header'
import { SHIPPING_STAGES } from '@/schemas/shipping'
import { ForbiddenState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { useUrlFilters } from '@/src/client/use-url-filters'
import { ExportDialog } from './export-dialog'
import { ImportTrackingDialog } from './import-tracking-dialog'
import { PrizesList } from './prizes-list'
import { ShipmentLists } from './shipment-lists'

const FILTERS = ['view', 'stage', 'campaign', 'reward'] as const

/** Which prizes are still to be sent, and where are those that were? */
export function ShippingScreen() {
  const t = useTranslations('shipping')
  const trpc = useTRPC()
  const canRead = useCan('shipping.read')
  const canWrite = useCan('shipping.write')
  const canExport = useCan('shipping.export')
  const { filters, setFilter } = useUrlFilters(FILTERS)
  const of = { campaignId: filters.campaign || undefined, rewardId: filters.reward || undefined }
  const totals = useQuery(trpc.shipping.totals.queryOptions(of, { enabled: canRead }))
  const [open, setOpen] = useState<'export' | 'import'>()

  if (!canRead) return <ForbiddenState />
  const countOf = (stage: string) => totals.data?.find((each) => each.stage === stage)?.count
  const ready = countOf('ready') ?? 0
  const showPrizes = (stage?: string) => {
    setFilter('stage', stage)
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
          canExport && (
            <Tooltip title={ready === 0 ? t('export.none') : undefined}>
              <Button
                type="primary"
                icon={<ExportOutlined />}
                disabled={ready === 0}
                onClick={() => setOpen('export')}
              >
                {t('export.action')}
              </Button>
            </Tooltip>
          )
        }
      />
      <FigureFilters
        label={t('title')}
        chosen={filters.view === 'lists' ? '' : filters.stage}
        onChoose={showPrizes}
        figures={SHIPPING_STAGES.map((stage) => ({
          key: stage,
          label: t(`stages.${stage}`),
          value: countOf(stage)?.toLocaleString('zh-CN'),
          note: t(`notes.${stage}`),
          isUrgent: stage === 'returned' && (countOf(stage) ?? 0) > 0,
        }))}
      />
      <Tabs
        activeKey={filters.view === 'lists' ? 'lists' : 'prizes'}
        onChange={(view) => setFilter('view', view === 'lists' ? view : undefined)}
        items={[
          { key: 'prizes', label: t('prizes'), children: <PrizesList /> },
          { key: 'lists', label: t('lists'), children: <ShipmentLists /> },
        ]}
      />
      <ExportDialog ready={ready} of={of} isOpen={open === 'export'} onClose={() => setOpen(undefined)} />
      <ImportTrackingDialog isOpen={open === 'import'} onClose={() => setOpen(undefined)} />
    </>
  )
}
