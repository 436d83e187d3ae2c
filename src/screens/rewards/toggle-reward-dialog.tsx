'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslations } from 'next-intl'
import { ConfirmAction } from '@/components/confirm-action'
import { readFailure } from '@/src/client/failure'
import { FailureAlert } from '@/src/client/failure-alert'
import { useTRPC } from '@/src/client/trpc'
import type { Reward } from './reward'

interface ToggleRewardDialogProps {
  reward: Reward
  isOpen: boolean
  onClose: () => void
}

/** Asks before a reward stops being given, or is given again. */
export function ToggleRewardDialog({ reward, isOpen, onClose }: ToggleRewardDialogProps) {
  const t = useTranslations('rewards.toggle')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const update = useMutation(trpc.rewards.update.mutationOptions())
  const { isEnabled, title, taken, stock } = reward

  function close() {
    update.reset()
    onClose()
  }

  async function confirm() {
    try {
      await update.mutateAsync({ id: reward.id, isEnabled: !isEnabled })
    } catch {
      return // Shown in the dialog.
    }
    // Closed first: the words above follow the reward, and would change under the reader's eyes.
    close()
    void message.success(t(isEnabled ? 'disabled' : 'enabled'))
    await queries.invalidateQueries(trpc.rewards.pathFilter())
  }

  return (
    <ConfirmAction
      isOpen={isOpen}
      title={t(isEnabled ? 'disableTitle' : 'enableTitle', { title })}
      consequences={
        isEnabled
          ? [t('disableWill.members'), t('disableWill.held', { taken }), t('disableWill.back')]
          : [t('enableWill', { left: Math.max(0, stock - taken) })]
      }
      confirmLabel={t(isEnabled ? 'disableConfirm' : 'enableConfirm')}
      isDangerous={isEnabled}
      failure={update.error && <FailureAlert failure={readFailure(update.error)} />}
      onConfirm={confirm}
      onClose={close}
    />
  )
}
