'use client'

import { Modal } from 'antd'
import { useTranslations } from 'next-intl'
import { useMemo, useRef } from 'react'
import type { BlockId, PageDefinition } from '@/schemas/page'
import type { Difference } from '@/src/document'
import { type MarkKind, StillCanvas } from './still-canvas'
import { useVersionTitle, type Version } from './use-versions'

interface SideBySideProps {
  before: PageDefinition
  after: PageDefinition
  differences: readonly Difference[]
  version: Version
  onClose: () => void
}

/** The version and what is there now on two canvases that scroll together, differences marked. */
export function SideBySide({ before, after, differences, version, onClose }: SideBySideProps) {
  const t = useTranslations('editor.versions')
  const title = useVersionTitle()(version)
  const marks = useMemo(() => marksOf(differences), [differences])
  const panes = useRef<(HTMLDivElement | null)[]>([])
  // Each follows the other; one that is shorter waits at its end.
  const follow = (scrollTop: number) => {
    for (const pane of panes.current) {
      if (pane && Math.abs(pane.scrollTop - scrollTop) > 1) pane.scrollTop = scrollTop
    }
  }
  const pane = (index: number, page: PageDefinition, caption: string, label: string) => (
    <section aria-label={label} className="flex min-w-0 flex-col items-center">
      <h3 className="mt-0 mb-2 max-w-full truncate text-sm font-semibold text-ink">
        {label}
        <span className="ml-2 font-normal text-ink-faint">{caption}</span>
      </h3>
      <StillCanvas
        page={page}
        marks={index === 0 ? marks.before : marks.after}
        label={label}
        scroller={(element) => {
          panes.current[index] = element
        }}
        onScroll={follow}
      />
    </section>
  )
  return (
    <Modal open title={t('sideTitle')} footer={null} width={920} centered onCancel={onClose} destroyOnHidden>
      <div className="mb-4 flex gap-4 text-[13px] text-ink-soft">
        {(['added', 'changed', 'removed'] as const).map((kind) => (
          <span key={kind} className="flex items-center gap-1.5">
            <span aria-hidden="true" className={`size-3 rounded-sm border-2 border-solid ${LEGEND[kind]}`} />
            {t(`legend.${kind}`)}
          </span>
        ))}
      </div>
      <div className="grid grid-cols-2 gap-6">
        {pane(0, before, title, t('sideThen'))}
        {pane(1, after, t('nowText'), t('sideNow'))}
      </div>
    </Modal>
  )
}

const LEGEND: Record<MarkKind, string> = {
  added: 'border-positive bg-positive/10',
  changed: 'border-[#d08b1b] bg-[#d08b1b]/12',
  removed: 'border-negative bg-negative/10',
}

interface Marks {
  before: ReadonlyMap<BlockId, MarkKind>
  after: ReadonlyMap<BlockId, MarkKind>
}

/** What is gone is marked where it was, what came where it is, what changed in both. */
function marksOf(differences: readonly Difference[]): Marks {
  const before = new Map<BlockId, MarkKind>()
  const after = new Map<BlockId, MarkKind>()
  for (const { kind, id } of differences) {
    if (id === null) continue
    if (kind === 'removed') before.set(id, 'removed')
    else if (kind === 'added') after.set(id, 'added')
    else {
      before.set(id, 'changed')
      after.set(id, 'changed')
    }
  }
  return { before, after }
}
