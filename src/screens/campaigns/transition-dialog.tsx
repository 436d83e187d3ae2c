'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslations } from 'next-intl'
import { ConfirmAction } from '@/components/confirm-action'
import { useFormatInstant } from '@/components/instant'
import { formatFen } from '@/components/money'
import { readFailure } from '@/src/client/failure'
import { FailureAlert } from '@/src/client/failure-alert'
import { type StaffOutput, useTRPC } from '@/src/client/trpc'

type Campaign = StaffOutput['campaigns']['get']
export type CampaignEvent = Campaign['events'][number]

/** What an event will do, and to whom: one sentence a line. */
function useConsequences(campaign: Campaign, event: CampaignEvent): string[] {
  const t = useTranslations('campaigns.events')
  const formatInstant = useFormatInstant()
  const available = formatFen(campaign.budget.availableFen)
  switch (event) {
    case 'launch': {
      const hasStarted = Date.parse(campaign.startsAt) <= Date.now()
      const isEmpty = campaign.tools.length === 0
      const now = isEmpty ? [] : [t('launch.will.now')]
      return [
        ...(isEmpty ? [t('launch.will.noTools')] : []),
        ...(hasStarted ? now : [t('launch.will.later', { start: formatInstant(campaign.startsAt) })]),
        campaign.budget.availableFen > 0 ? t('launch.will.money', { available }) : t('launch.will.noMoney'),
      ]
    }
    case 'suspend':
      return [t('suspend.will.members'), t('suspend.will.held'), t('suspend.will.back')]
    case 'resume':
      return [t('resume.will.members'), t('resume.will.money', { available })]
    case 'end':
      return [t('end.will.final'), t('end.will.held'), t('end.will.money', { available })]
  }
}

interface TransitionDialogProps {
  campaign: Campaign
  event: CampaignEvent
  isOpen: boolean
  onClose: () => void
}

/** Asks before a campaign is launched, suspended, resumed or ended, then does it. */
export function TransitionDialog({ campaign, event, isOpen, onClose }: TransitionDialogProps) {
  const t = useTranslations('campaigns.events')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const consequences = useConsequences(campaign, event)
  const transition = useMutation(trpc.campaigns.transition.mutationOptions())

  function close() {
    transition.reset()
    onClose()
  }

  async function confirm() {
    try {
      await transition.mutateAsync({ id: campaign.id, event })
    } catch {
      // Shown in the dialog; what is on the screen may be older than the server's state.
      await queries.invalidateQueries(trpc.campaigns.pathFilter())
      return
    }
    await Promise.all([
      queries.invalidateQueries(trpc.campaigns.pathFilter()),
      queries.invalidateQueries(trpc.overview.pathFilter()),
    ])
    void message.success(t(`${event}.done`))
    close()
  }

  return (
    <ConfirmAction
      isOpen={isOpen}
      title={t(`${event}.title`, { name: campaign.name })}
      consequences={consequences}
      confirmLabel={t(`${event}.confirm`)}
      isDangerous={event === 'end' || event === 'suspend'}
      failure={transition.error && <FailureAlert failure={readFailure(transition.error)} />}
      onConfirm={confirm}
      onClose={close}
    />
  )
}
