'use client'

import { useQuery } from '@tanstack/react-query'
import { Button, Spin } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { BrandMark } from '@/components/brand'
import { EmptyState } from '@/components/empty-state'
import { LanguageSwitch } from '../shell/language-switch'
import { fetchDemoShop } from './demo-shop'
import { DemoStage } from './demo-stage'

/** Plays the shop's app, so that pages can be seen as members see them. */
export function DemoScreen() {
  const t = useTranslations('demo')
  const shop = useQuery({ queryKey: ['demo-shop'], queryFn: fetchDemoShop, retry: 1 })
  return (
    <div className="flex min-h-dvh flex-col lg:h-dvh">
      <header className="flex h-14 shrink-0 items-center gap-3 border-b border-line bg-white px-6 max-sm:px-4">
        <BrandMark size={26} />
        <h1 className="m-0 text-base font-semibold">{t('title')}</h1>
        <div className="ml-auto flex items-center gap-1">
          <LanguageSwitch />
          <Link href="/" prefetch={false} className="px-2 max-sm:hidden">
            {t('console')}
          </Link>
        </div>
      </header>
      <main className="flex min-h-0 flex-1 flex-col">
        {shop.isPending ? (
          <div className="flex flex-1 items-center justify-center">
            <Spin />
          </div>
        ) : shop.error ? (
          <EmptyState
            picture="broken"
            title={t('failed')}
            action={<Button onClick={() => shop.refetch()}>{t('reopen')}</Button>}
          />
        ) : shop.data === null ? (
          <EmptyState picture="locked" title={t('unavailable.title')} text={t('unavailable.text')} />
        ) : shop.data.pages.length === 0 ? (
          <EmptyState
            picture="build"
            title={t('noPages.title')}
            text={t('noPages.text')}
            action={<Button href="/pages">{t('noPages.action')}</Button>}
          />
        ) : (
          <DemoStage shop={shop.data} />
        )}
      </main>
    </div>
  )
}
