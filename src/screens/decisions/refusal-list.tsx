'use client'

import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/empty-state'
import { Instant } from '@/components/instant'
import { Panel } from '@/components/panel'
import { type Refusal, statusKey } from './refusal'

interface RefusalListProps {
  refusals: readonly Refusal[]
  chosenId: string | undefined
  onChoose: (id: string) => void
}

/** Every way the member got nothing, from the latest; one is shown beside it. */
export function RefusalList({ refusals, chosenId, onChoose }: RefusalListProps) {
  const t = useTranslations('decisions')
  return (
    <Panel
      title={`${t('missed')} ${refusals.length > 0 ? refusals.length : ''}`}
      isFlush={refusals.length > 0}
    >
      {refusals.length === 0 ? (
        <EmptyState
          isCompact
          picture="calm"
          title={t('nothingMissed.title')}
          text={t('nothingMissed.text')}
        />
      ) : (
        <ul className="m-0 list-none divide-y divide-line p-0">
          {refusals.map(({ id, status, tool, campaign, times, lastAt }) => (
            <li key={id}>
              <button
                type="button"
                aria-current={id === chosenId}
                onClick={() => onChoose(id)}
                className={`block w-full cursor-pointer border-0 border-l-[3px] border-solid px-5 py-3 text-left ${
                  id === chosenId
                    ? 'border-brand bg-brand-soft'
                    : 'border-transparent bg-white hover:bg-plaster'
                }`}
              >
                <span className="flex items-baseline justify-between gap-3">
                  <span className="truncate font-medium">{t(`status.${statusKey(status)}`)}</span>
                  {times > 1 && (
                    <span className="flex-none text-[13px] text-ink-faint">{t('times', { times })}</span>
                  )}
                </span>
                <span className="block truncate text-[13px] leading-6 text-ink-soft">
                  {campaign && tool ? `${campaign.name} · ${tool.name}` : t('beforePlaying')}
                </span>
                <Instant at={lastAt} className="text-[13px] text-ink-faint" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
