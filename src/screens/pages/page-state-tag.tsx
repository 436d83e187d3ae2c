'use client'

import { useTranslations } from 'next-intl'
import { StateTag } from '@/components/state-tag'

/** Whether members can open the page, and whether what they see is what the editor holds. */
export function PageStateTag(page: { revision: number; publishedRevision: number | null }) {
  const t = useTranslations('pages.states')
  if (page.publishedRevision === null) return <StateTag tone="neutral">{t('draft')}</StateTag>
  if (page.publishedRevision < page.revision) return <StateTag tone="caution">{t('changed')}</StateTag>
  return <StateTag tone="positive">{t('published')}</StateTag>
}
