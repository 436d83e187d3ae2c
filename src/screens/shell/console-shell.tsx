'use client'

import { CloseOutlined, MenuOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { BrandMark } from '@/components/brand'
import { StateTag } from '@/components/state-tag'
import { SessionGate, useSession } from '@/src/client/session'
import { AlertBell } from '../alerts/alert-bell'
import { AccountMenu } from './account-menu'
import { LanguageSwitch } from './language-switch'
import { Navigation } from './navigation'
import { ShellSkeleton } from './shell-skeleton'

const MAIN_ID = 'main'

/** The frame around every screen of the console, for somebody who is signed in. */
export function ConsoleShell({ children }: { children: ReactNode }) {
  return (
    <SessionGate fallback={<ShellSkeleton />}>
      <Frame>{children}</Frame>
    </SessionGate>
  )
}

function Frame({ children }: { children: ReactNode }) {
  const t = useTranslations('shell')
  const { isDemo } = useSession()
  const [isNavOpen, setNavOpen] = useState(false)
  return (
    <div className="flex min-h-dvh">
      <a
        href={`#${MAIN_ID}`}
        className="absolute left-4 z-50 -translate-y-20 rounded-md bg-brand px-4 py-2 text-white focus:translate-y-3"
      >
        {t('skip')}
      </a>
      <aside className="sticky top-0 flex h-dvh w-54 shrink-0 flex-col border-r border-line bg-[#fbfaf7] px-3 max-lg:hidden">
        <Brand />
        <Navigation />
      </aside>
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="sticky top-0 z-20 flex h-14 items-center gap-1 border-b border-line bg-white/95 px-6 max-lg:px-3">
          <Button
            type="text"
            className="lg:hidden!"
            icon={<MenuOutlined />}
            aria-label={t('openNav')}
            aria-expanded={isNavOpen}
            onClick={() => setNavOpen(true)}
          />
          <div className="lg:hidden">
            <BrandMark size={26} />
          </div>
          {isDemo && (
            <div className="ml-1 lg:ml-0">
              <StateTag tone="caution">{t('demo')}</StateTag>
            </div>
          )}
          <div className="ml-auto flex items-center gap-1">
            <AlertBell />
            <LanguageSwitch />
            <AccountMenu />
          </div>
        </header>
        <main
          id={MAIN_ID}
          tabIndex={-1}
          className="mx-auto w-full max-w-[1280px] flex-1 px-8 py-6 outline-none max-lg:px-4"
        >
          {children}
        </main>
      </div>
      <Drawer
        open={isNavOpen}
        placement="left"
        size={264}
        closable={false}
        onClose={() => setNavOpen(false)}
        styles={{ body: { padding: '0 12px' } }}
        aria-label={t('nav')}
      >
        <div className="flex items-center justify-between">
          <Brand />
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={t('closeNav')}
            onClick={() => setNavOpen(false)}
          />
        </div>
        <Navigation onNavigate={() => setNavOpen(false)} />
      </Drawer>
    </div>
  )
}

function Brand() {
  const t = useTranslations('shell')
  return (
    <Link
      href="/"
      prefetch={false}
      className="mb-2 flex h-14 items-center gap-2.5 px-2 text-ink no-underline"
    >
      <BrandMark />
      <span className="text-[17px] font-semibold tracking-wide">{t('brand')}</span>
    </Link>
  )
}
