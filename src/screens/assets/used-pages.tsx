'use client'

import { Tag } from 'antd'
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
          {inDraft && <Tag className="m-0!">{t('inDraft')}</Tag>}
          {isPublished && (
            <Tag className="m-0!" color="green">
              {t('isPublished')}
            </Tag>
          )}
        </li>
      ))}
    </ul>
  )
}
