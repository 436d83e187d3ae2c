'use client'

import { GlobalOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { type ConsoleLocale, rememberLocale } from '@/src/client/locale'

/** Each language is named in itself, so that it is found by those who need it. */
const NAMES: Record<ConsoleLocale, string> = { 'zh-CN': '简体中文', en: 'English' }

/** Changes the language of the console, here and from now on. */
export function LanguageSwitch() {
  const t = useTranslations('shell')
  const locale = useLocale()
  const router = useRouter()
  const [isChanging, startChange] = useTransition()

  function change(next: ConsoleLocale) {
    rememberLocale(next)
    startChange(() => router.refresh())
  }

  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [locale],
        items: Object.entries(NAMES).map(([key, label]) => ({ key, label })),
        onClick: ({ key }) => change(key as ConsoleLocale),
      }}
    >
      <Button
        type="text"
        icon={<GlobalOutlined />}
        loading={isChanging}
        aria-label={t('language', { name: NAMES[locale] })}
      >
        {NAMES[locale]}
      </Button>
    </Dropdown>
  )
}
