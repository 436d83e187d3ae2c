'use client'

import { Spin } from 'antd'
import { useTranslations } from 'next-intl'
import { useMemo, useRef, useState } from 'react'
import { useShopTimeZone } from '@/components/shop-time-zone'
import type { BlockId, PageDefinition } from '@/schemas/page'
import { createCanvasSource, createToolStates } from '../canvas/canvas-source'
import { useCanvas } from '../canvas/use-canvas'
import { useToolStates } from '../canvas/use-tool-states'
import { EditorStoreProvider, useEditor, useEditorStore } from '../store/context'
import { createEditorStore } from '../store/editor-store'
import { createViewedAs } from '../viewpoint/viewed-as'

export type MarkKind = 'added' | 'changed' | 'removed'

interface StillCanvasProps {
  page: PageDefinition
  marks: ReadonlyMap<BlockId, MarkKind>
  label: string
  scroller: (element: HTMLDivElement | null) => void
  onScroll: (scrollTop: number) => void
}

/** A page to look at, not to edit, with some of its blocks marked. It has a store of its own. */
export function StillCanvas(props: StillCanvasProps) {
  const { definitions, newId } = useEditorStore()
  const { page } = props
  // What is edited meanwhile shows the next time it is opened.
  const [store] = useState(() => createEditorStore({ page, definitions, newId }))
  return (
    <EditorStoreProvider value={store}>
      <StillFrame {...props} />
    </EditorStoreProvider>
  )
}

function StillFrame({ marks, label, scroller, onScroll }: StillCanvasProps) {
  const store = useEditorStore()
  const t = useTranslations('editor.canvas')
  const frame = useRef<HTMLIFrameElement>(null)
  const tools = useMemo(createToolStates, [])
  const viewedAs = useMemo(createViewedAs, [])
  const timeZone = useShopTimeZone()
  const source = useMemo(
    () => createCanvasSource(store, tools, viewedAs, timeZone),
    [store, tools, viewedAs, timeZone],
  )
  const { status, onLoad } = useCanvas(frame, store, source)
  useToolStates(tools)
  const height = useEditor((state) => state.layout?.height ?? 0)
  return (
    <div className="relative h-[min(68vh,760px)] w-[390px] overflow-hidden rounded-xl bg-white shadow-[0_0_0_1px_#d5d6d0]">
      <iframe
        ref={frame}
        src="/canvas"
        title={label}
        inert
        tabIndex={-1}
        className="block size-full border-0"
        onLoad={onLoad}
      />
      <section
        ref={scroller}
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
        tabIndex={0}
        className="absolute inset-0 overflow-x-hidden overflow-y-auto outline-offset-[-2px] [scrollbar-width:none]"
        onScroll={({ currentTarget: { scrollTop } }) => {
          frame.current?.contentWindow?.scrollTo(0, scrollTop)
          onScroll(scrollTop)
        }}
      >
        <div className="relative min-h-full" style={{ height }}>
          <Marks marks={marks} />
        </div>
      </section>
      {status === 'loading' && <Spin className="absolute inset-x-0 top-1/3" />}
      {status === 'failed' && (
        <p role="alert" className="absolute inset-x-0 top-1/3 m-0 text-center text-ink-soft">
          {t('failed')}
        </p>
      )}
    </div>
  )
}

const LOOKS: Record<MarkKind, string> = {
  added: 'border-positive bg-positive/10',
  changed: 'border-[#d08b1b] bg-[#d08b1b]/12',
  removed: 'border-negative bg-negative/10',
}

function Marks({ marks }: Pick<StillCanvasProps, 'marks'>) {
  const layout = useEditor((state) => state.layout)
  return layout?.blocks.map(({ id, x, y, width, height }) => {
    const kind = marks.get(id)
    if (!kind) return null
    return (
      <div
        key={id}
        data-mark={kind}
        className={`pointer-events-none absolute top-0 left-0 border-2 border-solid ${LOOKS[kind]}`}
        style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
      />
    )
  })
}
