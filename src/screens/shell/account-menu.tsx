'use client'

import { DownOutlined, LogoutOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { signOut } from '@/src/client/authentication'
import { useSession } from '@/src/client/session'

/** Who is signed in, as what, and the way out. */
export function AccountMenu() {
  const t = useTranslations('shell')
  const failures = useTranslations('client')
  const { message } = App.useApp()
  const session = useSession()
  const [isLeaving, setLeaving] = useState(false)

  async function leave() {
    setLeaving(true)
    if (await signOut()) window.location.assign('/sign-in')
    else {
      setLeaving(false)
      void message.error(failures('failures.offline'))
    }
  }

  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: (
              <div className="max-w-60 py-1">
                <div className="truncate font-medium text-ink">{session.name}</div>
                <div className="truncate text-xs">{session.email}</div>
                <div className="mt-1 text-xs">
                  {session.roles.map((role) => t(`roles.${role}`)).join(' · ')}
                </div>
              </div>
            ),
          },
          { type: 'divider' },
          {
            key: 'leave',
            icon: <LogoutOutlined />,
            label: isLeaving ? t('signingOut') : t('signOut'),
            disabled: isLeaving,
            onClick: leave,
          },
        ],
      }}
    >
      <Button type="text" className="pl-1.5!" aria-label={t('account', { name: session.name })}>
        <span
          aria-hidden="true"
          // Drawn, not written: what the button is called begins with what is written in it.
          data-letter={Array.from(session.name)[0]}
          className="flex size-6 items-center justify-center rounded-full bg-brand text-xs font-medium text-white before:content-[attr(data-letter)]"
        />
        <span className="max-w-32 truncate max-sm:hidden">{session.name}</span>
        <DownOutlined className="text-[10px]!" />
      </Button>
    </Dropdown>
  )
}
