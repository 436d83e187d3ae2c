'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/src/client/trpc'
import { FormDrawer } from '../form-drawer'
import { FixedTerms } from './fixed-terms'
import { NewRewardFields } from './new-reward-fields'
import { newReward, type Reward, type RewardFormValues } from './reward'

interface RewardFormDrawerProps {
  isOpen: boolean
  /** The reward to edit; a new one is made without. */
  reward?: Reward
  /** Opened from within another form, which says by itself that it is done. */
  isInner?: boolean
  /** Told which reward it was, and its kind and name when it is new. */
  onDone: (rewardId: string, made?: Pick<RewardFormValues, 'title' | 'terms'>) => void
  onClose: () => void
}

const NEW_REWARD = newReward('coupon')

/** Makes a reward, or changes what may still change of one: its name and how many there are. */
export function RewardFormDrawer({ isOpen, reward, isInner, onDone, onClose }: RewardFormDrawerProps) {
  const t = useTranslations('rewards.form')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const create = useMutation(trpc.rewards.create.mutationOptions())
  const update = useMutation(trpc.rewards.update.mutationOptions())

  async function submit(values: RewardFormValues) {
    // Fields that the kind does not have are absent.
    const { title, terms, stock = 0, stockPerDay, reservation = { kind: 'full' }, bearer, taxClass } = values
    if (reward) {
      const changed = { id: reward.id, title, stockPerDay }
      await update.mutateAsync(reward.kind === 'partner_voucher' ? changed : { ...changed, stock })
      await finish(reward.id)
    } else {
      const { id } = await create.mutateAsync({
        title,
        terms,
        stock,
        stockPerDay,
        reservation,
        bearer,
        taxClass,
      })
      await finish(id, { title, terms })
    }
  }

  async function finish(id: string, made?: Pick<RewardFormValues, 'title' | 'terms'>) {
    await queries.invalidateQueries(trpc.rewards.pathFilter())
    if (!isInner) void message.success(t(reward ? 'saved' : 'created'))
    onDone(id, made)
  }

  return (
    <FormDrawer<RewardFormValues>
      isOpen={isOpen}
      title={t(reward ? 'editTitle' : 'createTitle')}
      submitLabel={t(reward ? 'submitEdit' : 'submitCreate')}
      initialValues={
        reward ? { title: reward.title, stock: reward.stock, stockPerDay: reward.stockPerDay } : NEW_REWARD
      }
      size={560}
      onSubmit={submit}
      onClose={onClose}
    >
      {reward ? <FixedTerms reward={reward} /> : <NewRewardFields />}
    </FormDrawer>
  )
}
