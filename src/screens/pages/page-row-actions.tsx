'use client'

import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useCopy } from '@/components/copy-link'
import { useCan } from '@/src/client/session'
import { pageLink } from './page-link'

interface PageRowActionsProps {
  page: { id: string; title: string; slug: string; publishedRevision: number | null }
  onShowQr: () => void
}

/** What can be done with one page of the list. */
export function PageRowActions({ page, onShowQr }: PageRowActionsProps) {
  const t = useTranslations('pages')
  const canWrite = useCan('page.write')
  const copy = useCopy()
  const isPublished = page.publishedRevision !== null
  return (
    <div className="flex items-center justify-end gap-1">
      {canWrite && (
        <Link
          href={`/editor/${page.id}`}
          prefetch={false}
          aria-label={t('editOf', { title: page.title })}
          className="px-2"
        >
          {t('edit')}
        </Link>
      )}
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: isPublished
            ? [
                {
                  key: 'open',
                  label: (
                    <a href={`/p/${page.slug}`} target="_blank" rel="noreferrer">
                      {t('open')}
                    </a>
                  ),
                },
                { key: 'copy', label: t('copy'), onClick: () => void copy(pageLink(page.slug)) },
                { key: 'qr', label: t('qr'), onClick: onShowQr },
              ]
            : [{ key: 'none', label: t('notPublished'), disabled: true }],
        }}
      >
        <Button
          type="text"
          size="small"
          icon={<MoreOutlined />}
          aria-label={t('moreOf', { title: page.title })}
        />
      </Dropdown>
    </div>
  )
}
