'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/empty-state'
import { Instant } from '@/components/instant'
import { Money } from '@/components/money'
import { Panel } from '@/components/panel'
import type { Summary } from './tasks'

/** The latest rewards members were given. */
export function RecentGrants({ grants }: { grants: Summary['recentGrants'] }) {
  const t = useTranslations('overview')
  return (
    <Panel
      isFlush
      title={t('recent')}
      action={
        grants.length > 0 && (
          <Link href="/grants" prefetch={false}>
            {t('recentAll')}
          </Link>
        )
      }
    >
      {grants.length === 0 ? (
        <EmptyState isCompact picture="calm" title={t('recentEmpty.title')} text={t('recentEmpty.text')} />
      ) : (
        <ul className="m-0 list-none divide-y divide-line p-0">
          {grants.map(({ id, grantedAt, member, reward, campaign, reservedFen }) => (
            <li key={id} className="flex items-center gap-4 px-5 py-2.5">
              <div className="min-w-0 flex-1 leading-5">
                <p className="m-0 truncate">
                  <span className="font-medium">{member.nickname}</span>
                  <span className="mx-2 text-ink-faint">·</span>
                  {reward.title}
                </p>
                <p className="m-0 truncate text-[13px] text-ink-faint">{campaign.name}</p>
              </div>
              <div className="text-right leading-5">
                <Money fen={reservedFen} className="block" />
                <Instant at={grantedAt} className="block text-[13px] text-ink-faint" />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
