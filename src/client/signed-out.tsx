'use client'

import { App } from 'antd'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { hasUnsavedChanges } from '@/components/unsaved-changes'

/** Where to sign in so that the same screen comes back afterwards. */
export function signInPath(): string {
  const here = window.location.pathname + window.location.search
  return here === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(here)}`
}

/**
 * What to do when the session is over: go and sign in, and come back. A form that is being filled
 * in is not thrown away; signing in then happens in another tab, and saving works again here.
 */
export function useSignedOut(): () => void {
  const { notification } = App.useApp()
  const t = useTranslations('client')
  return useCallback(() => {
    if (window.location.pathname === '/sign-in') return
    if (!hasUnsavedChanges()) {
      window.location.assign(signInPath())
      return
    }
    notification.warning({
      key: 'signed-out',
      duration: 0,
      title: t('signedOut.title'),
      description: (
        <>
          {t('signedOut.keepsWork')}{' '}
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {t('signedOut.signIn')}
          </a>
        </>
      ),
    })
  }, [notification, t])
}
