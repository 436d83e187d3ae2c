'use client'

import { EyeOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useTranslations } from 'next-intl'
import { readFailure } from '@/src/client/failure'
import { FailureAlert } from '@/src/client/failure-alert'
import { useCan } from '@/src/client/session'
import { useTRPC } from '@/src/client/trpc'
import { Fact, Facts } from './grant-facts'
import type { GrantRow } from './grant-row'

/** Where a prize is to be sent: masked, and whole to whoever may see it, once they ask. */
export function GrantDelivery({ grant }: { grant: GrantRow }) {
  const t = useTranslations('grants')
  const trpc = useTRPC()
  const canSeeAll = useCan('grant.address')
  const whole = useMutation(trpc.grants.showAddress.mutationOptions())
  const address = whole.data ?? grant.address
  return (
    <section className="mt-6">
      <h3 className="m-0 mb-3 text-[15px] font-semibold">{t('detail.delivery')}</h3>
      {address ? (
        <Facts>
          <Fact name={t('columns.recipient')}>{address.name}</Fact>
          <Fact name={t('columns.phone')}>
            <span className="tabular-nums">{address.phone}</span>
          </Fact>
          <Fact name={t('columns.address')}>
            {address.region} {whole.data ? whole.data.detail : '****'}
          </Fact>
        </Facts>
      ) : (
        <Alert type="info" showIcon title={t('detail.noAddress')} />
      )}
      {whole.error && (
        <div className="mt-3">
          <FailureAlert failure={readFailure(whole.error)} />
        </div>
      )}
      {address && !whole.data && canSeeAll && (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Button
            icon={<EyeOutlined />}
            loading={whole.isPending}
            onClick={() => whole.mutate({ grantId: grant.id })}
          >
            {t('detail.showAddress')}
          </Button>
          <span className="text-[13px] text-ink-faint">{t('detail.addressNoted')}</span>
        </div>
      )}
      {address && !canSeeAll && (
        <p className="mt-3 mb-0 text-[13px] text-ink-faint">{t('detail.addressHidden')}</p>
      )}
    </section>
  )
}
