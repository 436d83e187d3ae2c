'use client'

import { App } from 'antd'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect } from 'react'
import { holdUnsavedChanges } from './unsaved-changes'

interface Traversal extends Event {
  navigationType?: string
}

/**
 * While `isDirty`, asks before the user leaves: by a link, by the back button (where the browser
 * lets a page ask), by closing the tab. Call what it returns before closing a form in place; it
 * answers whether to go on.
 */
export function useUnsavedGuard(isDirty: boolean): () => Promise<boolean> {
  const { modal } = App.useApp()
  const t = useTranslations('kit')

  const ask = useCallback(
    () =>
      new Promise<boolean>((resolve) => {
        modal.confirm({
          title: t('unsaved.title'),
          content: t('unsaved.text'),
          okText: t('unsaved.leave'),
          okButtonProps: { danger: true },
          cancelText: t('unsaved.stay'),
          focusable: { autoFocusButton: 'cancel' },
          onOk: () => resolve(true),
          onCancel: () => resolve(false),
        })
      }),
    [modal, t],
  )

  useEffect(() => {
    if (!isDirty) return
    const release = holdUnsavedChanges()
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest?.('a[href]')
      if (!(link instanceof HTMLAnchorElement)) return
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      if (link.target === '_blank' || link.hasAttribute('download')) return
      event.preventDefault()
      event.stopPropagation()
      void ask().then((isLeaving) => {
        if (!isLeaving) return
        stop()
        link.click()
      })
    }
    const onTraverse = (event: Traversal) => {
      if (event.navigationType !== 'traverse' || !event.cancelable) return
      event.preventDefault()
      void ask().then((isLeaving) => {
        if (!isLeaving) return
        stop()
        history.back()
      })
    }
    const navigation = (window as { navigation?: EventTarget }).navigation
    const stop = () => {
      release()
      window.removeEventListener('beforeunload', onUnload)
      document.removeEventListener('click', onClick, true)
      navigation?.removeEventListener('navigate', onTraverse)
    }
    window.addEventListener('beforeunload', onUnload)
    document.addEventListener('click', onClick, true)
    navigation?.addEventListener('navigate', onTraverse)
    return stop
  }, [isDirty, ask])

  return useCallback(async () => !isDirty || ask(), [isDirty, ask])
}
