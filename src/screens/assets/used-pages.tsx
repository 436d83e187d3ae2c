'use client'

import { useTranslations } from 'next-intl'
import type { AssetDetails } from './asset-details'
import { UsedItem, UsedList } from './used-list'

/** Pages that show a picture: in their drafts, to members, or both. */
export function UsedPages({ pages }: { pages: AssetDetails['pages'] }) {
  const t = useTranslations('assets.details')
  return (
    <UsedList>
      {pages.map(({ id, title, slug, inDraft, isPublished }) => (
        <UsedItem
          key={id}
          href={`/editor/${id}`}
          name={title}
          label={t('openPage', { title })}
          title={`/p/${slug}`}
        >
          {inDraft && (
            <span className="rounded-[4px] bg-plaster px-1.5 text-xs leading-5 text-ink-soft">
              {t('inDraft')}
            </span>
          )}
          {isPublished && (
            <span className="rounded-[4px] bg-positive-soft px-1.5 text-xs leading-5 text-positive">
              {t('isPublished')}
            </span>
          )}
        </UsedItem>
      ))}
    </UsedList>
  )
}
