'use client'

import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CanvasSource } from '@/schemas/canvas'
import type { PageDefinition } from '@/schemas/page'
import { pageLook } from '@/schemas/page-look'
import { stillCanvas } from '@/schemas/still-canvas'
import { useTRPC } from '@/src/client/trpc'
import { blockOf } from '@/src/document'
import { toolIdsOf } from '../canvas/use-tool-states'
import { useEditorStore } from '../store/context'
import type { EditorState } from '../store/editor-store'
import { useChecks } from './checks-context'
import type { Measured } from './checks-state'
import { blocksOverflowing, NARROWEST_PX } from './measure-overflow'

/** What the canvas heard of the tools this long ago is good enough, ms. */
const FRESH_MS = 30_000

/** By the tool's id. */
type States = Readonly<Record<string, unknown>>

/** Measures whether the page's text fits a narrow phone; what does not is found until it is changed. */
export function useOverflowCheck() {
  const store = useEditorStore()
  const checks = useChecks()
  const t = useTranslations('editor.checks')
  const { message } = App.useApp()
  const [isMeasuring, setMeasuring] = useState(false)
  const trpc = useTRPC()
  const queries = useQueryClient()

  /** Prices, names of prizes and amounts are no part of the page: its tools have them. */
  async function statesOfTools({ page, viewpoint }: EditorState): Promise<States> {
    const ids = toolIdsOf(page)
    if (ids.length === 0) return {}
    const asked = trpc.tools.preview.queryOptions({ ids, as: viewpoint }, { staleTime: FRESH_MS })
    return await queries.fetchQuery(asked)
  }

  async function measure() {
    setMeasuring(true)
    try {
      const states = await statesOfTools(store.getState())
      const ids = await blocksOverflowing(asMembersSee(store.getState().page, states))
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

function asMembersSee(page: PageDefinition, states: States): CanvasSource {
  const shown = { ...page, locale: page.settings.locale, look: pageLook(page) }
  return stillCanvas(shown, {
    readTool: (id) => {
      const tool = blockOf(page, id)?.tool
      return tool && Object.hasOwn(states, tool.id) ? states[tool.id] : undefined
    },
  })
}
