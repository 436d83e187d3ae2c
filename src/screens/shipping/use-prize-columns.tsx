'use client'

import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown, type TableColumnsType } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Instant } from '@/components/instant'
import { useCan } from '@/src/client/session'
import type { PrizeRow } from './prize'
import { PrizeStage } from './prize-stage'

export type PrizeAction = 'remind' | 'track' | 'putBack' | 'returned'

/** What there is to do with a prize, the likely thing first. */
const ACTIONS: Record<PrizeRow['stage'], PrizeAction[]> = {
  no_address: ['remind'],
  no_identity: [],
  ready: [],
  exported: ['track', 'putBack'],
  shipped: ['track', 'returned'],
  returned: ['putBack'],
}

/** What a row shows of a prize. */
export function usePrizeColumns(
  act: (prize: PrizeRow, what: PrizeAction) => void,
): TableColumnsType<PrizeRow> {
  const t = useTranslations('shipping')
  const canWrite = useCan('shipping.write')
  const columns: TableColumnsType<PrizeRow> = [
    {
      key: 'prize',
      title: t('columns.prize'),
      render: (_, { reward, campaign }) => (
        <Two first={reward.title}>
          <Link
            href={`/campaigns/${campaign.id}`}
            prefetch={false}
            className="text-ink-faint hover:text-brand"
          >
            {campaign.name}
          </Link>
        </Two>
      ),
    },
    {
      key: 'member',
      title: t('columns.member'),
      render: (_, { member }) => (
        <Two first={member.nickname}>
          <span className="font-mono">{member.shopMemberId}</span>
        </Two>
      ),
    },
    {
      key: 'grantedAt',
      title: t('columns.grantedAt'),
      width: 160,
      render: (_, { grantedAt }) => <Instant at={grantedAt} className="text-ink-soft" />,
    },
    {
      key: 'address',
      title: t('columns.address'),
      render: (_, { address }) =>
        address ? (
          <Two first={`${address.name} ${address.phone}`}>{address.region}</Two>
        ) : (
          <span className="text-ink-faint">{t('noAddress')}</span>
        ),
    },
    {
      key: 'state',
      title: t('columns.state'),
      width: 250,
      render: (_, prize) => <PrizeStage prize={prize} />,
    },
  ]
  if (!canWrite) return columns
  return [
    ...columns,
    {
      key: 'actions',
      title: <span className="sr-only">{t('columns.actions')}</span>,
      width: 150,
      align: 'right',
      fixed: 'right',
      render: (_, prize) => <Actions prize={prize} onAct={act} />,
    },
  ]
}

function Actions({ prize, onAct }: { prize: PrizeRow; onAct: (prize: PrizeRow, what: PrizeAction) => void }) {
  const t = useTranslations('shipping')
  const [first, ...rest] = ACTIONS[prize.stage]
  if (!first) return null
  const label = (what: PrizeAction) =>
    what === 'track' && prize.stage === 'shipped' ? t('track.change') : t(`${what}.action`)
  return (
    <span className="whitespace-nowrap">
      <Button type="link" size="small" onClick={() => onAct(prize, first)}>
        {label(first)}
      </Button>
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          placement="bottomRight"
          menu={{
            items: rest.map((what) => ({
              key: what,
              label: label(what),
              danger: what === 'returned',
              onClick: () => onAct(prize, what),
            })),
          }}
        >
          <Button type="text" size="small" icon={<MoreOutlined />} aria-label={t('more')} />
        </Dropdown>
      )}
    </span>
  )
}

function Two({ first, children }: { first: string; children: React.ReactNode }) {
  return (
    <div className="leading-5">
      <span className="block max-w-48 truncate font-medium">{first}</span>
      <span className="block max-w-48 truncate text-xs text-ink-faint">{children}</span>
    </div>
  )
}
