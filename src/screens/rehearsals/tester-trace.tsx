'use client'

import { useQuery } from '@tanstack/react-query'
import { Drawer, Skeleton } from 'antd'
import { useTranslations } from 'next-intl'
import { FailureState } from '@/src/client/failure-state'
import { useTRPC } from '@/src/client/trpc'
import { RefusalView } from '../decisions/refusal-view'

interface TesterTraceProps {
  rehearsalId: string
  asked: { memberId: string; refusalId: string } | undefined
  onClose: () => void
}

/** Why a tester got nothing, from tap to outcome. Closed while nothing is asked. */
export function TesterTrace({ rehearsalId, asked, onClose }: TesterTraceProps) {
  const t = useTranslations('rehearsals')
  const trpc = useTRPC()
  const looked = useQuery(
    trpc.rehearsals.lookUp.queryOptions(
      { id: rehearsalId, memberId: asked?.memberId ?? '' },
      { enabled: asked !== undefined },
    ),
  )
  const refusal = looked.data?.refusals.find(({ id }) => id === asked?.refusalId)
  return (
    <Drawer
      open={asked !== undefined}
      title={looked.data ? `${t('why')} · ${looked.data.member.nickname}` : t('why')}
      size={560}
      onClose={onClose}
      destroyOnHidden
    >
      {looked.error ? (
        <FailureState error={looked.error} onRetry={() => looked.refetch()} />
      ) : !looked.data ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : refusal ? (
        <RefusalView refusal={refusal} nicknames={looked.data.members} />
      ) : (
        <p className="m-0 text-ink-faint">{t('whyFailed')}</p>
      )}
    </Drawer>
  )
}
