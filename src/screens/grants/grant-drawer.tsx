'use client'

import { Drawer } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Instant } from '@/components/instant'
import { Money } from '@/components/money'
import { GrantDraw } from '../draws/grant-draw'
import { RewardKindIcon } from '../rewards/reward-kind-icon'
import { toolDefinitionOf } from '../tools/tool-types'
import { GrantDelivery } from './grant-delivery'
import { Fact, Facts } from './grant-facts'
import type { GrantRow } from './grant-row'
import { GrantStateTag } from './grant-state-tag'
import { RevokeGrant } from './revoke-grant'
import { useGivenWords } from './use-given-words'

interface GrantDrawerProps {
  grant: GrantRow
  isOpen: boolean
  onClose: () => void
}

/** All there is to know of one grant: what support reads out, and where a prize is to be sent. */
export function GrantDrawer({ grant, isOpen, onClose }: GrantDrawerProps) {
  const t = useTranslations('grants')
  const say = useGivenWords()
  const { given, reward, member, campaign, tool, state, reservedFen, grantedAt, expiresAt } = grant
  return (
    <Drawer
      open={isOpen}
      size={480}
      title={t('detail.title')}
      onClose={onClose}
      // A whole address is asked for again: it does not stay behind.
      destroyOnHidden
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <div className="mb-5 flex items-center gap-3">
        <RewardKindIcon kind={given.kind} className="size-11 text-xl" />
        <div className="min-w-0 flex-1 leading-6">
          <p className="m-0 truncate text-base font-semibold">{reward.title}</p>
          <p className="m-0 text-[13px] text-ink-soft">{say(given)}</p>
        </div>
        <GrantStateTag state={state} />
      </div>
      <Facts>
        <Fact name={t('columns.member')}>
          <Link href={`/decisions?member=${member.id}`} prefetch={false} title={t('why')}>
            {member.nickname}
          </Link>
        </Fact>
        <Fact name={t('columns.memberId')}>
          <code className="text-[13px]">{member.id}</code>
        </Fact>
        <Fact name={t('columns.campaign')}>{campaign.name}</Fact>
        <Fact name={t('columns.tool')}>{tool.name}</Fact>
        <Fact name={t('columns.grantedAt')}>
          <Instant at={grantedAt} />
        </Fact>
        <Fact name={t('columns.expiresAt')}>{expiresAt ? <Instant at={expiresAt} /> : t('forEver')}</Fact>
        <Fact name={t('columns.reserved')}>
          <Money fen={reservedFen} />
        </Fact>
        <Fact name={t('columns.id')}>
          <code className="text-[13px]">{grant.id}</code>
        </Fact>
      </Facts>
      {given.kind === 'partner_voucher' && (
        <p className="mt-4 mb-0 text-[13px] text-ink-faint">{t('detail.codeHidden')}</p>
      )}
      {given.kind === 'physical' && <GrantDelivery key={grant.id} grant={grant} />}
      {toolDefinitionOf(tool.type)?.replay && <GrantDraw key={`draw ${grant.id}`} grantId={grant.id} />}
      <RevokeGrant key={`revoke ${grant.id}`} grant={grant} onDone={onClose} />
    </Drawer>
  )
}
