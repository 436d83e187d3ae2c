'use client'

import { App } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CanvasSource } from '@/schemas/canvas'
import type { PageDefinition } from '@/schemas/page'
import { pageLook } from '@/schemas/page-look'
import { stillCanvas } from '@/schemas/still-canvas'
import { blockOf } from '@/src/document'
import { useEditorStore } from '../store/context'
import { useChecks } from './checks-context'
import type { Measured } from './checks-state'
import { blocksOverflowing, NARROWEST_PX } from './measure-overflow'

/** Measures whether the page's text fits a narrow phone; what does not is found until it is changed. */
export function useOverflowCheck() {
  const store = useEditorStore()
  const checks = useChecks()
  const t = useTranslations('editor.checks')
  const { message } = App.useApp()
  const [isMeasuring, setMeasuring] = useState(false)

  async function measure() {
    setMeasuring(true)
    try {
      const ids = await blocksOverflowing(asMembersSee(store.getState().page))
      const { page } = store.getState()
      const measured = ids.flatMap((id): Measured[] => {
        const block = blockOf(page, id)
        const path = ['blocks', id]
        return block
          ? [
              {
                block,
                finding: { level: 'warning', code: 'text_overflow', path, params: { width: NARROWEST_PX } },
              },
            ]
          : []
      })
      checks.keep('text_overflow', measured)
      void message.info(
        measured.length > 0 ? t('overflowFound', { count: measured.length }) : t('overflowNone'),
      )
    } catch {
      void message.error(t('overflowFailed'))
    } finally {
      setMeasuring(false)
    }
  }
  return { measure, isMeasuring }
}

function asMembersSee(page: PageDefinition): CanvasSource {
  return stillCanvas({ ...page, locale: page.settings.locale, look: pageLook(page) })
}
