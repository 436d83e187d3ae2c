'use client'

import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslations } from 'next-intl'
import { Instant } from '@/components/instant'
import { readFailure } from '@/src/client/failure'
import { FailureState } from '@/src/client/failure-state'
import { type StaffOutput, useTRPC } from '@/src/client/trpc'
import { Fact, Facts } from '../grants/grant-facts'
import { DrawVerdict } from './draw-verdict'

/** The draw that won a grant, made again as it is looked at. */
export function GrantDraw({ grantId }: { grantId: string }) {
  const t = useTranslations('draws')
  const trpc = useTRPC()
  const replayed = useQuery(trpc.draws.replay.queryOptions({ grantId }, { retry: false }))
  // What was won before draws were kept has no record.
  const isUnknown = replayed.error !== null && readFailure(replayed.error).code === 'not_found'
  return (
    <section className="mt-6">
      <h3 className="mt-0 mb-3 text-[15px] font-semibold">{t('record.title')}</h3>
      {isUnknown && <p className="m-0 text-[13px] text-ink-faint">{t('record.none')}</p>}
      {replayed.error && !isUnknown && (
        <FailureState error={replayed.error} onRetry={() => replayed.refetch()} />
      )}
      {replayed.isPending && <Skeleton active paragraph={{ rows: 4 }} title={false} />}
      {replayed.data && <Record {...replayed.data} />}
    </section>
  )
}

function Record({ record, differences }: StaffOutput['draws']['replay']) {
  const t = useTranslations('draws')
  const { drawn, given, why, drawnAt, revision, drawsBefore, lossesBefore, seed } = record
  const before = [
    drawsBefore > 0 && t('record.draws', { count: drawsBefore }),
    lossesBefore > 0 && t('record.losses', { count: lossesBefore }),
  ].filter(Boolean)
  return (
    <Facts>
      <Fact name={t('record.drawn')}>{drawn}</Fact>
      <Fact name={t('record.given')}>
        {given}
        {why && <span className="ml-2 text-xs text-caution">{t(`why.${why}`)}</span>}
      </Fact>
      <Fact name={t('record.drawnAt')}>
        <Instant at={drawnAt} />
      </Fact>
      {before.length > 0 && <Fact name={t('record.before')}>{before.join(' · ')}</Fact>}
      <Fact name={t('record.revision')}>{t('record.revisionNumber', { revision })}</Fact>
      <Fact name={t('record.seed')}>
        <code className="text-[13px] break-all">{seed}</code>
      </Fact>
      <Fact name={t('record.check')}>
        <DrawVerdict differences={differences} />
      </Fact>
    </Facts>
  )
}
