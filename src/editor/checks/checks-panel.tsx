'use client'

import {
  CheckCircleFilled,
  CloseOutlined,
  LinkOutlined,
  MobileOutlined,
  SettingOutlined,
} from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { useCan } from '@/src/client/session'
import { useChecks, useFindings } from './checks-context'
import { FindingList } from './finding-list'
import { useOutsideCheck } from './use-outside-check'
import { useOverflowCheck } from './use-overflow-check'

/** The live list beside the inspector: it stays while one finding after the other is mended. */
export function ChecksPanel() {
  const checks = useChecks()
  const isOpen = useStore(checks, (state) => state.isPanelOpen)
  return isOpen ? <OpenPanel /> : null
}

function OpenPanel() {
  const checks = useChecks()
  const t = useTranslations('editor.checks')
  const findings = useFindings()
  const canWrite = useCan('check.write')
  const canFollow = useCan('page.write')
  const { measure, isMeasuring } = useOverflowCheck()
  const { follow, isFollowing } = useOutsideCheck()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus(), [])
  const errors = findings.filter(({ level }) => level === 'error')
  const warnings = findings.filter(({ level }) => level === 'warning')

  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={t('panel')}
      data-testid="checks-panel"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        checks.setState({ isPanelOpen: false })
      }}
      className="flex w-80 shrink-0 flex-col border-0 border-l border-solid border-line bg-white outline-none"
    >
      <header className="flex items-center gap-1 border-0 border-b border-solid border-line py-2 pr-2 pl-4">
        <h2 className="m-0 flex-1 text-[15px] leading-6 font-semibold text-ink">{t('panel')}</h2>
        {canWrite && (
          <Tooltip title={t('rules')}>
            <Link
              href="/settings/checks"
              target="_blank"
              aria-label={t('rules')}
              className="flex size-8 items-center justify-center rounded-md text-ink-soft hover:bg-[#f4f3ee] hover:text-ink"
            >
              <SettingOutlined />
            </Link>
          </Tooltip>
        )}
        <Button
          type="text"
          aria-label={t('close')}
          icon={<CloseOutlined />}
          onClick={() => checks.setState({ isPanelOpen: false })}
        />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">
        {findings.length === 0 && (
          <div className="flex flex-col items-center px-6 pt-16 text-center">
            <CheckCircleFilled className="text-[32px] text-[#2c8a4b]!" />
            <p className="mt-3 mb-0 font-medium text-ink">{t('noneTitle')}</p>
            <p className="mt-1 mb-0 text-[13px] text-ink-faint">{t('noneText')}</p>
          </div>
        )}
        {errors.length > 0 && (
          <section aria-label={t('errors', { count: errors.length })}>
            <h3 className="mt-4 mb-0 text-[13px] leading-5 font-semibold text-negative">
              {t('errors', { count: errors.length })}
            </h3>
            <FindingList findings={errors} />
          </section>
        )}
        {warnings.length > 0 && (
          <section aria-label={t('warnings', { count: warnings.length })}>
            <h3 className="mt-4 mb-0 text-[13px] leading-5 font-semibold text-caution">
              {t('warnings', { count: warnings.length })}
            </h3>
            <FindingList findings={warnings} />
          </section>
        )}
      </div>
      <footer className="flex flex-col gap-2 border-0 border-t border-solid border-line px-4 py-3">
        <Button block icon={<MobileOutlined />} loading={isMeasuring} onClick={() => void measure()}>
          {t('measure')}
        </Button>
        {canFollow && (
          <Button block icon={<LinkOutlined />} loading={isFollowing} onClick={() => void follow()}>
            {t('follow')}
          </Button>
        )}
      </footer>
    </aside>
  )
}
