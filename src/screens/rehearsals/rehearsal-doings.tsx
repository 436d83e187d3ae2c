'use client'

import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { Instant } from '@/components/instant'
import { StateTag } from '@/components/state-tag'
import { useCan } from '@/src/client/session'
import { statusKey } from '../decisions/refusal'
import { useGivenWords } from '../grants/use-given-words'
import type { Rehearsal } from './rehearsal'
import { TesterTrace } from './tester-trace'

/** What testers got and what they were refused, from the latest. */
export function RehearsalDoings({ rehearsal }: { rehearsal: Rehearsal }) {
  const t = useTranslations('rehearsals')
  const say = useTranslations('decisions')
  const words = useGivenWords()
  const canAsk = useCan('grant.read')
  const [asked, setAsked] = useState<{ memberId: string; refusalId: string }>()
  const got = rehearsal.grants.map(({ id, grantedAt, member, reward, tool, given }) => ({
    id,
    at: grantedAt,
    row: (
      <Doing who={member.nickname} tool={tool.name} at={grantedAt} tag={<Tag isGot />}>
        {t('got', { title: reward.title })}
        <span className="ml-2 text-[13px] text-ink-faint">{words(given)}</span>
      </Doing>
    ),
  }))
  const missed = rehearsal.refusals.map(
    ({ memberId, member, tool, day, action, status, rule, times, lastAt }) => {
      const refusalId = [day, tool.id, action, status, rule].join(' ')
      return {
        id: `${memberId} ${refusalId}`,
        at: lastAt,
        row: (
          <Doing who={member} tool={tool.name} at={lastAt} tag={<Tag />}>
            {say(`status.${statusKey(status)}`)}
            {times > 1 && <span className="ml-2 text-[13px] text-ink-faint">{t('times', { times })}</span>}
            {canAsk && (
              <Button
                type="link"
                size="small"
                className="ml-2 h-auto! p-0! text-[13px]!"
                onClick={() => setAsked({ memberId, refusalId })}
              >
                {t('why')}
              </Button>
            )}
          </Doing>
        ),
      }
    },
  )
  const doings = [...got, ...missed].sort((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <div className="border-t border-line">
      <h3 className="m-0 px-5 pt-4 pb-2 text-[13px] font-medium text-ink-soft">{t('doings')}</h3>
      {doings.length === 0 ? (
        <EmptyState isCompact picture="calm" title={t('doingsEmpty.title')} text={t('doingsEmpty.text')} />
      ) : (
        <ul className="m-0 max-h-96 list-none divide-y divide-line overflow-y-auto p-0">
          {doings.map(({ id, row }) => (
            <li key={id}>{row}</li>
          ))}
        </ul>
      )}
      <TesterTrace rehearsalId={rehearsal.id} asked={asked} onClose={() => setAsked(undefined)} />
    </div>
  )
}

function Tag({ isGot }: { isGot?: boolean }) {
  const t = useTranslations('rehearsals.tags')
  return <StateTag tone={isGot ? 'positive' : 'neutral'}>{t(isGot ? 'got' : 'missed')}</StateTag>
}

interface DoingProps {
  who: string
  tool: string
  at: string
  tag: ReactNode
  children: ReactNode
}

function Doing({ who, tool, at, tag, children }: DoingProps) {
  return (
    <div className="flex items-center gap-4 px-5 py-2.5">
      <span className="w-16 flex-none">{tag}</span>
      <span className="w-20 flex-none truncate font-medium">{who}</span>
      <span className="min-w-0 flex-1 truncate">{children}</span>
      <span className="max-w-48 truncate text-[13px] text-ink-faint max-lg:hidden">{tool}</span>
      <Instant at={at} className="text-[13px] text-ink-faint" />
    </div>
  )
}
