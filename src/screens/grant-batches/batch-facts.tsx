'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useFormatInstant } from '@/components/instant'
import { Money } from '@/components/money'
import { Panel } from '@/components/panel'
import { useCan } from '@/src/client/session'
import { Fact, Facts } from '../grants/grant-facts'
import type { Batch } from './batch'

/** What a batch gives and why, and who decided what of it. */
export function BatchFacts({ batch }: { batch: Batch }) {
  const t = useTranslations('grantBatches.facts')
  const sources = useTranslations('grantBatches.members.sources')
  const format = useFormatInstant()
  const canSeeCampaign = useCan('campaign.read')
  const { reward, campaign, reason, source, isUnderLimits, worstFen } = batch
  const { createdBy, createdAt, submittedBy, submittedAt, decidedBy, decidedAt, endedAt, state } = batch
  const by = (person: { name: string } | null, at: string | null) =>
    person && at && t('by', { name: person.name, time: format(at) })
  const isAlone = submittedBy !== null && decidedBy === null && state !== 'waiting'
  return (
    <Panel title={t('title')}>
      <Facts>
        <Fact name={t('reward')}>{reward.title}</Fact>
        <Fact name={t('campaign')}>
          {canSeeCampaign ? (
            <Link href={`/campaigns/${campaign.id}`} prefetch={false}>
              {campaign.name}
            </Link>
          ) : (
            campaign.name
          )}
        </Fact>
        <Fact name={t('reason')}>{reason}</Fact>
        {source && <Fact name={t('source')}>{sources(source)}</Fact>}
        <Fact name={t('limits')}>{t(isUnderLimits ? 'limitsOn' : 'limitsOff')}</Fact>
        {worstFen !== null && (
          <Fact name={t('worst')}>
            <Money fen={worstFen} />
          </Fact>
        )}
        <Fact name={t('created')}>{by(createdBy, createdAt)}</Fact>
        {submittedBy && <Fact name={t('submitted')}>{by(submittedBy, submittedAt)}</Fact>}
        {decidedBy && <Fact name={t('decided')}>{by(decidedBy, decidedAt)}</Fact>}
        {isAlone && <Fact name={t('decided')}>{t('alone')}</Fact>}
        {endedAt && <Fact name={t('ended')}>{format(endedAt)}</Fact>}
      </Facts>
    </Panel>
  )
}
