'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Instant } from '@/components/instant'
import { Panel } from '@/components/panel'
import type { StaffOutput } from '@/src/client/trpc'
import { GrantStateTag } from '../grants/grant-state-tag'
import { useGivenWords } from '../grants/use-given-words'
import { RewardKindIcon } from '../rewards/reward-kind-icon'

interface GotListProps {
  memberId: string
  grants: StaffOutput['decisions']['lookUp']['grants']
}

/** What the member did get in the same time. */
export function GotList({ memberId, grants }: GotListProps) {
  const t = useTranslations('decisions')
  const say = useGivenWords()
  return (
    <Panel
      title={`${t('got')} ${grants.length > 0 ? grants.length : ''}`}
      isFlush={grants.length > 0}
      action={
        <Link href={`/grants?member=${memberId}`} prefetch={false} className="text-[13px]">
          {t('grants')}
        </Link>
      }
    >
      {grants.length === 0 ? (
        <p className="m-0 text-ink-faint">{t('nothingGot')}</p>
      ) : (
        <ul className="m-0 max-h-[440px] list-none divide-y divide-line overflow-y-auto p-0">
          {grants.map(({ id, reward, given, state, tool, grantedAt }) => (
            <li key={id} className="flex items-center gap-3 px-5 py-3">
              <RewardKindIcon kind={given.kind} />
              <div className="min-w-0 flex-1 leading-5">
                <span className="block truncate font-medium">{reward.title}</span>
                <span className="block truncate text-[13px] text-ink-soft">{say(given)}</span>
                <span className="block truncate text-[13px] text-ink-faint">
                  {tool.name} · <Instant at={grantedAt} />
                </span>
              </div>
              <GrantStateTag state={state} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
