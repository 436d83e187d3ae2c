'use client'

import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmAction } from '@/components/confirm-action'
import { type Failure, readFailure } from '@/src/client/failure'
import { FailureAlert } from '@/src/client/failure-alert'
import { useTRPC, useTRPCClient } from '@/src/client/trpc'
import { useTopicWords } from './use-topic-words'

/** One, or all of a topic, or all there are. */
export type ResendAsked = { id: string } | { topic: string | undefined; count: number }

interface ResendProps {
  asked: ResendAsked
  isOpen: boolean
  onClose: () => void
}

/** Asks before dead letters are tried again. */
export function ResendDialog({ asked, isOpen, onClose }: ResendProps) {
  const t = useTranslations('deadLetters')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const sayTopic = useTopicWords()
  const { message } = App.useApp()
  const [failure, setFailure] = useState<Failure>()

  function close() {
    setFailure(undefined)
    onClose()
  }

  async function resend() {
    try {
      if ('id' in asked) {
        await client.deadLetters.resend.mutate({ id: asked.id })
        void message.success(t('resend.done'))
      } else {
        const { resent } = await client.deadLetters.resendAll.mutate({ topic: asked.topic })
        void message.success(t('resendAll.done', { count: resent }))
      }
      close()
    } catch (error) {
      setFailure(readFailure(error))
    }
    await queries.invalidateQueries(trpc.deadLetters.pathFilter())
  }

  const words =
    'id' in asked
      ? {
          title: t('resend.title'),
          will: [t('resend.will.again'), t('resend.will.once')],
          verb: t('resend.confirm'),
        }
      : {
          title: asked.topic
            ? t('resendAll.titleOf', { topic: sayTopic(asked.topic), count: asked.count })
            : t('resendAll.title', { count: asked.count }),
          will: [
            t('resendAll.will.again', { count: Math.min(asked.count, 500) }),
            t('resendAll.will.cause'),
            t('resend.will.once'),
          ],
          verb: t('resendAll.confirm'),
        }
  return (
    <ConfirmAction
      isOpen={isOpen}
      title={words.title}
      consequences={words.will}
      confirmLabel={words.verb}
      failure={<FailureAlert failure={failure} />}
      onConfirm={resend}
      onClose={close}
    />
  )
}
