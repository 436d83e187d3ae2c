'use client'

import { useTranslations } from 'next-intl'
import type { AssetDetails } from './asset-details'
import { UsedItem, UsedList } from './used-list'

/** Tools whose configurations show a picture, each with the campaign it is played in. */
export function UsedTools({ tools }: { tools: AssetDetails['tools'] }) {
  const t = useTranslations('assets.details')
  return (
    <UsedList>
      {tools.map(({ id, name, campaignName }) => (
        <UsedItem
          key={id}
          href={`/tools?search=${encodeURIComponent(name)}`}
          name={name}
          label={t('openTool', { name })}
        >
          <span className="max-w-40 truncate text-xs leading-5 text-ink-faint">{campaignName}</span>
        </UsedItem>
      ))}
    </UsedList>
  )
}
