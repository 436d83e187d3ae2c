'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { AssetDetails } from './asset-details'

/** Pages that show a picture: in their drafts, to members, or both. */
export function UsedPages({ pages }: { pages: AssetDetails['pages'] }) {
  const t = useTranslations('assets.details')
  return (
    <ul className="m-0 max-h-60 list-none overflow-y-auto rounded-md border border-solid border-line p-0">
      {pages.map(({ id, title, slug, inDraft, isPublished }) => (
        <li
          key={id}
          className="flex items-center gap-2 px-3 py-2 not-last:border-0 not-last:border-b not-last:border-solid not-last:border-line"
        >
          <Link
            href={`/editor/${id}`}
            prefetch={false}
            aria-label={t('openPage', { title })}
            className="min-w-0 flex-1 truncate"
            title={`/p/${slug}`}
          >
            {title}
          </Link>
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
        </li>
      ))}
    </ul>
  )
}
