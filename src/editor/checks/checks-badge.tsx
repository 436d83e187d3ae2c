'use client'

import { CheckCircleFilled, SafetyCertificateOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { useStore } from 'zustand'
import { useChecks } from './checks-context'

/** How the page stands, in the top bar: how many findings stop publishing, and how many ask. */
export function ChecksBadge() {
  const checks = useChecks()
  const t = useTranslations('editor.checks')
  const isOpen = useStore(checks, (state) => state.isPanelOpen)
  const hasLooked = useStore(checks, (state) => state.asked !== undefined)
  const errors = useStore(checks, ({ findings }) => findings.filter(({ level }) => level === 'error').length)
  const warnings = useStore(checks, ({ findings }) => findings.length) - errors
  return (
    <Button
      type="text"
      icon={<SafetyCertificateOutlined aria-hidden="true" />}
      aria-expanded={isOpen}
      onClick={() => checks.setState({ isPanelOpen: !isOpen })}
    >
      <span aria-hidden="true">{t('button')}</span>
      {/* What is written is part of what it is called, so that it can be asked for by voice. */}
      <span className="sr-only">{t('badge', { errors, warnings })}</span>
      {errors > 0 && <Count of={errors} className="bg-[#c23b2e] text-white" />}
      {warnings > 0 && <Count of={warnings} className="bg-[#fbe9c8] text-[#7a4b00]" />}
      {hasLooked && errors + warnings === 0 && <CheckCircleFilled className="ml-1 text-[#2c8a4b]!" />}
    </Button>
  )
}

function Count({ of, className }: { of: number; className: string }) {
  return (
    <span
      aria-hidden="true"
      className={`ml-1 inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-full px-1 text-[11px] font-semibold tabular-nums ${className}`}
    >
      {of > 99 ? '99+' : of}
    </span>
  )
}
