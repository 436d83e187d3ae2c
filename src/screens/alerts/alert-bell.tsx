'use client'

import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge, Button, Popover, Skeleton } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { Instant } from '@/components/instant'
import { FailureState } from '@/src/client/failure-state'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { TopUpDialog } from '../campaigns/top-up-dialog'
import type { ToppedUp } from './alert'
import { AlertAction } from './alert-action'
import { AlertWords } from './alert-words'
import { useSeeAlerts } from './use-see-alerts'

const REFRESH_MS = 30_000
const LATEST = 5

/** What somebody must hear of, on every screen: how many are new, and the latest of them. */
export function AlertBell() {
  const t = useTranslations('alerts')
  const trpc = useTRPC()
  const canRead = useCan('budget.read')
  const [isOpen, setOpen] = useState(false)
  const [toppedUp, setToppedUp] = useState<ToppedUp>()
  const fresh = useQuery(
    trpc.alerts.countNew.queryOptions(undefined, { enabled: canRead, refetchInterval: REFRESH_MS }),
  )
  if (!canRead) return null
  const count = fresh.data?.count ?? 0
  return (
    <>
      <Popover
        open={isOpen}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomRight"
        arrow={false}
        destroyOnHidden
        styles={{ container: { padding: 0 } }}
        content={
          <Latest
            onTopUp={(campaign) => {
              setOpen(false)
              setToppedUp(campaign)
            }}
            onLeave={() => setOpen(false)}
          />
        }
      >
        <Button
          type="text"
          aria-label={count > 0 ? t('bellNew', { count }) : t('bell')}
          icon={
            <Badge count={count} size="small" overflowCount={99} offset={[2, -2]}>
              <BellOutlined className="text-base" />
            </Badge>
          }
        />
      </Popover>
      <TopUpDialog campaign={toppedUp} onClose={() => setToppedUp(undefined)} />
    </>
  )
}

function Latest({ onTopUp, onLeave }: { onTopUp: (campaign: ToppedUp) => void; onLeave: () => void }) {
  const t = useTranslations('alerts')
  const trpc = useTRPC()
  const latest = useQuery(trpc.alerts.list.queryOptions({ limit: LATEST }, { staleTime: 0 }))
  const see = useSeeAlerts()
  const newest = latest.data?.items[0]
  useEffect(() => {
    if (newest?.isNew) see(newest.id)
  }, [newest, see])
  const items = latest.data?.items
  return (
    <section aria-label={t('title')} className="w-[400px] max-w-[calc(100vw-24px)]">
      <h2 className="m-0 border-b border-line px-4 py-3 text-base font-semibold">{t('title')}</h2>
      {latest.error && !items ? (
        <FailureState error={latest.error} onRetry={() => latest.refetch()} />
      ) : !items ? (
        <Skeleton active className="p-4" paragraph={{ rows: 3 }} />
      ) : items.length === 0 ? (
        <EmptyState isCompact picture="calm" title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <ul className="m-0 max-h-[60vh] list-none divide-y divide-line overflow-y-auto p-0">
          {items.map((alert) => (
            <li key={alert.id} className="px-4 py-3">
              <AlertWords alert={alert} />
              <div className="mt-1.5 flex items-center justify-between pl-7 text-[13px] text-ink-faint">
                <Instant at={alert.raisedAt} />
                <AlertAction alert={alert} onTopUp={onTopUp} onLeave={onLeave} />
              </div>
            </li>
          ))}
        </ul>
      )}
      <div className="border-t border-line px-4 py-2.5 text-center">
        <Link href="/alerts" prefetch={false} onClick={onLeave}>
          {t('all')}
        </Link>
      </div>
    </section>
  )
}
