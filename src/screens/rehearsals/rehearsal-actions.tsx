'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslations } from 'next-intl'
import { readFailure } from '@/src/client/failure'
import { useTRPC } from '@/src/client/trpc'
import { useFailureWords } from '@/src/client/use-failure-words'
import type { Rehearsal } from './rehearsal'

/** Starting it anew, and clearing it in one tap: nobody loses more than what was tested. */
export function RehearsalActions({ rehearsal: { id, isOutdated } }: { rehearsal: Rehearsal }) {
  const t = useTranslations('rehearsals')
  const clear = useOnRehearsal('clear')
  return (
    <>
      {/* When that is urged, it is offered where it is said why. */}
      {!isOutdated && <RestartRehearsal id={id} />}
      <Button danger loading={clear.isPending} onClick={() => clear.mutate({ id })}>
        {t('clear')}
      </Button>
    </>
  )
}

/** Starts it anew with what is live now. */
export function RestartRehearsal({ id, isUrged }: { id: string; isUrged?: boolean }) {
  const t = useTranslations('rehearsals')
  const restart = useOnRehearsal('restart')
  return (
    <Button
      type={isUrged ? 'primary' : 'default'}
      loading={restart.isPending}
      onClick={() => restart.mutate({ id })}
    >
      {t('restart')}
    </Button>
  )
}

function useOnRehearsal(verb: 'clear' | 'restart') {
  const t = useTranslations('rehearsals')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { sayFailure } = useFailureWords()
  const settled = {
    onSuccess: () => void message.success(t(verb === 'clear' ? 'cleared' : 'restarted')),
    onError: (error: unknown) => void message.error(sayFailure(readFailure(error))),
    onSettled: () => queries.invalidateQueries(trpc.rehearsals.pathFilter()),
  }
  const clear = useMutation(trpc.rehearsals.clear.mutationOptions(settled))
  const restart = useMutation(trpc.rehearsals.restart.mutationOptions(settled))
  return verb === 'clear' ? clear : restart
}
