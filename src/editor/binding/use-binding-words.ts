'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { PAGE_VALUES } from '@/schemas/action-call'
import { useWords } from '../words'

/** How events, actions and values are called, in the reader's language. */
export function useBindingWords(type: string) {
  const { ofWidget } = useWords()
  const t = useTranslations('editor.binding')
  return useMemo(() => {
    const own = ofWidget(type)
    const eventName = (event: string) => own?.events?.[event] ?? event
    const actionName = (ofType: string, action: string) => ofWidget(ofType)?.actions?.[action] ?? action
    /** A value that may be put in by reference: a widget's own word first. */
    const valueName = (ref: string) => {
      const name = ref.slice(ref.indexOf('.') + 1)
      if (Object.hasOwn(PAGE_VALUES, ref)) return t(`values.${ref as keyof typeof PAGE_VALUES}`)
      const key = `values.event.${name}` as 'values.event.rewardTitle'
      return own?.eventValues?.[name] ?? (t.has(key) ? t(key) : name)
    }
    return { eventName, actionName, valueName }
  }, [ofWidget, t, type])
}
