'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/src/client/trpc'
import { FormDrawer } from '../form-drawer'
import { CouponFields } from './coupon-fields'
import { FixedTerms } from './fixed-terms'
import type { Reward, RewardFormValues } from './reward'

const NEW_COUPON = {
  coupon: { thresholdFen: 0, validity: { kind: 'days', days: 7 }, useLink: '' },
  stock: 1_000,
  reservation: { kind: 'full' },
} as unknown as Partial<RewardFormValues> // The amount is for the user to fill in.

interface RewardFormDrawerProps {
  isOpen: boolean
  /** The reward to edit; a new coupon is made without. */
  reward?: Reward
  /** Opened from within another form, which says by itself that it is done. */
  isInner?: boolean
  onDone: (rewardId: string) => void
  onClose: () => void
}

/** Makes a coupon, or changes what may still change of one: its name and its stock. */
export function RewardFormDrawer({ isOpen, reward, isInner, onDone, onClose }: RewardFormDrawerProps) {
  const t = useTranslations('rewards.form')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const create = useMutation(trpc.rewards.create.mutationOptions())
  const update = useMutation(trpc.rewards.update.mutationOptions())

  async function submit({ title, coupon, stock, reservation }: RewardFormValues) {
    const { id } = reward
      ? await update.mutateAsync({ id: reward.id, title, stock })
      : await create.mutateAsync({ title, coupon, stock, reservation })
    await queries.invalidateQueries(trpc.rewards.pathFilter())
    if (!isInner) void message.success(t(reward ? 'saved' : 'created'))
    onDone(id)
  }

  return (
    <FormDrawer<RewardFormValues>
      isOpen={isOpen}
      title={t(reward ? 'editTitle' : 'createTitle')}
      submitLabel={t(reward ? 'submitEdit' : 'submitCreate')}
      initialValues={reward ? { title: reward.title, stock: reward.stock } : NEW_COUPON}
      onSubmit={submit}
      onClose={onClose}
    >
      {reward ? <FixedTerms reward={reward} /> : <CouponFields />}
    </FormDrawer>
  )
}
