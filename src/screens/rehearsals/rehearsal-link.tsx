'use client'

import { Select } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { CopyLink } from '@/components/copy-link'
import { QrCode } from '@/components/qr-code'
import type { Rehearsal, RehearsalRead } from './rehearsal'

interface RehearsalLinkProps {
  rehearsal: Rehearsal
  pages: RehearsalRead['pages']
}

/** The way into a rehearsal, for phones; for those who may hand it out. */
export function RehearsalLink({ rehearsal: { token, code }, pages }: RehearsalLinkProps) {
  const t = useTranslations('rehearsals')
  const [chosen, setChosen] = useState<string>()
  const page = pages.find(({ slug }) => slug === chosen) ?? pages[0]
  if (!token || !page)
    return <p className="m-0 w-52 self-center px-5 text-center text-[13px] text-ink-faint">{t('noLink')}</p>
  const link = `${window.location.origin}/rehearsal/${token}/${page.slug}`
  return (
    <div className="flex w-60 flex-col items-center border-r border-line px-5 py-5 text-center max-md:w-full max-md:border-r-0 max-md:border-b">
      <div className="rounded-lg border border-line p-2">
        <QrCode link={link} title={page.title} size={164} />
      </div>
      <p className="mt-3 mb-0 font-medium">{t('scan')}</p>
      <p className="mt-0.5 mb-3 text-[13px] text-ink-faint">{t('scanHint')}</p>
      {pages.length > 1 && (
        <Select
          className="mb-2 w-full"
          aria-label={t('page')}
          value={page.slug}
          onChange={setChosen}
          options={pages.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
      )}
      <CopyLink link={link} block />
      <a href={link} target="_blank" rel="noopener" className="mt-2 text-[13px]">
        {t('openHere')}
      </a>
      <p className="mt-2 mb-0 text-[13px] text-ink-faint">{t('code', { code })}</p>
    </div>
  )
}
