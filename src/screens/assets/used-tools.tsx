'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { AssetDetails } from './asset-details'

/** Tools whose prizes or goods show a picture, each with the campaign it is played in. */
export function UsedTools({ tools }: { tools: AssetDetails['tools'] }) {
  const t = useTranslations('assets.details')
  return (
    <ul className="m-0 max-h-60 list-none overflow-y-auto rounded-md border border-solid border-line p-0">
      {tools.map(({ id, name, campaignName }) => (
        <li
          key={id}
          className="flex items-center gap-2 px-3 py-2 not-last:border-0 not-last:border-b not-last:border-solid not-last:border-line"
        >
          <Link
            href={`/tools?search=${encodeURIComponent(name)}`}
            prefetch={false}
            aria-label={t('openTool', { name })}
            className="min-w-0 flex-1 truncate"
          >
            {name}
          </Link>
          <span className="max-w-40 truncate text-xs leading-5 text-ink-faint">{campaignName}</span>
        </li>
      ))}
    </ul>
  )
}
