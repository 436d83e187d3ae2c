'use client'

import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { readFailure } from '@/src/client/failure'
import { useTRPC, useTRPCClient } from '@/src/client/trpc'
import { useFailureWords } from '@/src/client/use-failure-words'
import type { PrizeRow } from './prize'

/** Reminds the members of some prizes that an address is wanted, and says what came of it. */
export function useRemind() {
  const t = useTranslations('shipping.remind')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { sayFailure } = useFailureWords()
  const [isReminding, setReminding] = useState(false)

  async function remind(prizes: readonly PrizeRow[]) {
    if (isReminding) return
    setReminding(true)
    try {
      const done = await client.shipping.remind.mutate({ grantIds: prizes.map(({ id }) => id) })
      const rest = [
        done.remindedToday > 0 && t('today', { count: done.remindedToday }),
        done.notWaiting > 0 && t('notWaiting', { count: done.notWaiting }),
      ].filter(Boolean)
      const text = [t('done', { count: done.reminded }), ...rest].join(t('comma'))
      void (done.reminded > 0 ? message.success(text) : message.warning(text))
    } catch (error) {
      void message.error(sayFailure(readFailure(error)))
    }
    setReminding(false)
    await queries.invalidateQueries(trpc.shipping.pathFilter())
  }

  return { remind, isReminding }
}
