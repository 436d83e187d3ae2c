'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatFen } from '@/components/money'
import { useCan } from '@/src/client/session'
import type { Summary } from './tasks'

/** Today in four figures; each leads to what it counts. */
export function Figures({ summary }: { summary: Summary }) {
  const t = useTranslations('overview')
  const canSeeGrants = useCan('grant.read')
  const { campaigns, pages, today } = summary
  return (
    <section aria-label={t('figures')} className="grid grid-cols-4 gap-4 max-lg:grid-cols-2">
      <Figure label={t('running')} href="/campaigns?state=running">
        {campaigns.running}
      </Figure>
      <Figure label={t('published')} href="/pages" note={t('publishedOf', { total: pages.total })}>
        {pages.published}
      </Figure>
      <Figure label={t('grants')} href={canSeeGrants ? '/grants' : undefined} note={t('grantsUnit')}>
        {today.grants.toLocaleString('zh-CN')}
      </Figure>
      <Figure label={t('reserved')} href="/budgets">
        {formatFen(today.reservedFen)}
      </Figure>
    </section>
  )
}

interface FigureProps {
  label: string
  href: string | undefined
  note?: string
  children: ReactNode
}

function Figure({ label, href, note, children }: FigureProps) {
  const box = 'block rounded-lg border border-line bg-white px-5 py-4 no-underline'
  const content = (
    <>
      <span className="block text-[13px] text-ink-soft">{label}</span>
      <span className="mt-1 flex flex-wrap items-baseline gap-x-2">
        <span className="text-2xl leading-9 font-semibold text-ink tabular-nums">{children}</span>
        {note && <span className="text-[13px] text-ink-faint">{note}</span>}
      </span>
    </>
  )
  if (!href) return <div className={box}>{content}</div>
  return (
    <Link href={href} prefetch={false} className={`${box} transition-colors hover:border-brand`}>
      {content}
    </Link>
  )
}
