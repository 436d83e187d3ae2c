'use client'

import { Button } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useCan } from '@/src/client/session'
import type { Alert, ToppedUp } from './alert'

interface AlertActionProps {
  alert: Alert
  onTopUp: (campaign: ToppedUp) => void
  /** Called when it leads to another screen. */
  onLeave?: () => void
}

/** The way to set it right: one tap. */
export function AlertAction({ alert: { facts, availableFen }, onTopUp, onLeave }: AlertActionProps) {
  const t = useTranslations('alerts')
  const canTopUp = useCan('budget.write')
  const link = (href: string, words: string) => (
    <Link href={href} prefetch={false} onClick={onLeave} className="whitespace-nowrap">
      {words}
    </Link>
  )
  if (facts.kind === 'books_disagree') return link('/reconciliation', t('toBooks'))
  const { campaignId: id, campaignName: name } = facts
  if (!canTopUp) return link(`/campaigns/${id}`, t('toCampaign'))
  return (
    <Button
      size="small"
      aria-label={t('topUpOf', { name })}
      onClick={() => onTopUp({ id, name, availableFen: availableFen ?? 0 })}
    >
      {t('topUp')}
    </Button>
  )
}
