'use client'

import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown, type TableColumnsType } from 'antd'
import { useTranslations } from 'next-intl'
import { Money } from '@/components/money'
import { useCan } from '@/src/client/session'
import { percentOfPpm } from './percent'
import type { Reward } from './reward'
import { RewardKindIcon } from './reward-kind-icon'
import { RewardStateTag } from './reward-state-tag'
import { StockCell } from './stock-cell'
import { useRewardWords } from './use-reward-words'

interface RewardActions {
  edit: (reward: Reward) => void
  toggle: (reward: Reward) => void
  importCodes: (reward: Reward) => void
}

/** The columns of the rewards' list; what can be done with one only for those who may. */
export function useRewardColumns({ edit, toggle, importCodes }: RewardActions): TableColumnsType<Reward> {
  const t = useTranslations('rewards')
  const words = useRewardWords()
  const canWrite = useCan('reward.write')
  const columns: TableColumnsType<Reward> = [
    {
      key: 'title',
      title: t('columns.title'),
      render: (_, { title, kind }) => (
        <div className="flex items-center gap-3">
          <RewardKindIcon kind={kind} />
          <div className="min-w-0 leading-5">
            <span className="block max-w-64 truncate font-medium">{title}</span>
            <span className="block text-[13px] text-ink-faint">{t(`kinds.${kind}`)}</span>
          </div>
        </div>
      ),
    },
    {
      key: 'face',
      title: t('columns.face'),
      width: 180,
      render: (_, { terms }) => (
        <span className="line-clamp-2 max-w-44" title={words.face(terms)}>
          {words.face(terms)}
        </span>
      ),
    },
    {
      key: 'validity',
      title: t('columns.validity'),
      width: 200,
      render: (_, { terms }) => (
        <span className="whitespace-nowrap text-ink-soft">{words.validity(terms)}</span>
      ),
    },
    {
      key: 'stock',
      title: t('columns.stock'),
      width: 180,
      align: 'right',
      render: (_, reward) => <StockCell {...reward} />,
    },
    {
      key: 'reserved',
      title: t('columns.reserved'),
      width: 170,
      align: 'right',
      render: (_, { reservedFenEach, reservation }) => (
        <div className="leading-5">
          <Money fen={reservedFenEach} />
          <span className="block text-[13px] whitespace-nowrap text-ink-faint">
            {reservation.kind === 'full'
              ? t('full')
              : t('expected', { percent: percentOfPpm(reservation.ratePpm) })}
          </span>
        </div>
      ),
    },
    {
      key: 'state',
      title: t('columns.state'),
      width: 110,
      render: (_, reward) => <RewardStateTag reward={reward} />,
    },
  ]
  if (!canWrite) return columns
  return [
    ...columns,
    {
      key: 'actions',
      title: <span className="sr-only">{t('columns.actions')}</span>,
      width: 110,
      align: 'right',
      fixed: 'right',
      render: (_, reward) => (
        <div className="flex items-center justify-end gap-1">
          <Button
            type="link"
            size="small"
            aria-label={t('editOf', { title: reward.title })}
            onClick={() => edit(reward)}
          >
            {t('edit')}
          </Button>
          <Dropdown
            trigger={['click']}
            placement="bottomRight"
            menu={{
              items: [
                ...(reward.kind === 'partner_voucher'
                  ? [{ key: 'codes', label: t('importCodes'), onClick: () => importCodes(reward) }]
                  : []),
                {
                  key: 'toggle',
                  danger: reward.isEnabled,
                  label: t(reward.isEnabled ? 'disable' : 'enable'),
                  onClick: () => toggle(reward),
                },
              ],
            }}
          >
            <Button
              type="text"
              size="small"
              icon={<MoreOutlined />}
              aria-label={t('moreOf', { title: reward.title })}
            />
          </Dropdown>
        </div>
      ),
    },
  ]
}
