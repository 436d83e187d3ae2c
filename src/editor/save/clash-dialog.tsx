'use client'

import { Modal } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { blockOf, type MergeConflict, type Side } from '@/src/document'
import { useSayResult } from '../use-say-result'
import { isImage, useDifferenceWords } from '../versions/use-difference-words'
import type { Clash } from './page-saver'
import { usePageSaver, useSaving } from './use-page-saver'

/** What two people changed differently: shown side by side, one chosen for each. */
export function ClashDialog() {
  const { clash } = useSaving()
  // A new clash begins with no choice made.
  return clash ? <Decisions key={clash.conflicts.length} clash={clash} /> : null
}

function Decisions({ clash }: { clash: Clash }) {
  const t = useTranslations('editor.clash')
  const saver = usePageSaver()
  const sayResult = useSayResult()
  const [choices, setChoices] = useState<ReadonlyMap<number, Side>>(new Map())
  const choose = (index: number, side: Side) => setChoices(new Map(choices).set(index, side))
  return (
    <Modal
      open
      title={t('title', { count: clash.conflicts.length })}
      width={640}
      okText={t('done')}
      cancelText={t('later')}
      onOk={() => sayResult(saver.decide(choices))}
      onCancel={() => saver.decide(new Map())}
      mask={{ closable: false }}
    >
      <p className="mt-1 mb-4 text-ink-soft">{t('text')}</p>
      <ul className="m-0 flex max-h-[50vh] list-none flex-col gap-3 overflow-y-auto p-0">
        {clash.conflicts.map((conflict, index) => (
          <li key={keyOf(conflict)}>
            <Decision
              conflict={conflict}
              clash={clash}
              chosen={choices.get(index) ?? keptSide(conflict)}
              onChoose={(side) => choose(index, side)}
            />
          </li>
        ))}
      </ul>
    </Modal>
  )
}

/** Whose wish the merged page follows before anybody decides. */
function keptSide(conflict: MergeConflict): Side {
  return conflict.kind === 'removal' && conflict.removedBy === 'mine' ? 'theirs' : 'mine'
}

function keyOf(conflict: MergeConflict): string {
  if (conflict.kind === 'page') return 'page'
  if (conflict.kind === 'order') return `order ${conflict.at.parent} ${conflict.at.slot}`
  return `${conflict.kind} ${conflict.id} ${conflict.kind === 'value' ? conflict.path.join('.') : ''}`
}

interface DecisionProps {
  conflict: MergeConflict
  clash: Clash
  chosen: Side
  onChoose: (side: Side) => void
}

function Decision({ conflict, clash, chosen, onChoose }: DecisionProps) {
  const t = useTranslations('editor.clash')
  const { title, what, sides } = useConflictWords(conflict, clash)
  return (
    <fieldset className="m-0 rounded-lg border border-solid border-line p-0">
      <legend className="mx-3 px-1 text-sm">
        <strong className="font-semibold text-ink">{title}</strong>
        <span className="ml-2 text-ink-faint">{what}</span>
      </legend>
      <div className="grid grid-cols-2 gap-2 p-2">
        {(['mine', 'theirs'] as const).map((side) => (
          <label
            key={side}
            className={`flex min-w-0 cursor-pointer items-start gap-2 rounded-md border border-solid p-2.5 has-focus-visible:outline-2 has-focus-visible:outline-brand ${
              chosen === side ? 'border-brand bg-brand/5' : 'border-line hover:border-ink-faint'
            }`}
          >
            <input
              type="radio"
              className="mt-1 accent-brand"
              name={keyOf(conflict)}
              checked={chosen === side}
              onChange={() => onChoose(side)}
            />
            <span className="min-w-0 flex-1">
              <span className="block text-xs text-ink-faint">{t(side)}</span>
              <span className="mt-0.5 block text-sm wrap-anywhere text-ink">{sides[side]}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function useConflictWords(conflict: MergeConflict, { sides }: Clash) {
  const t = useTranslations('editor.clash')
  const words = useDifferenceWords()
  const pages = [sides.mine, sides.theirs]
  const nameOf = (id: string | null) => {
    const { name, summary } = words.blockName(pages, id)
    return summary ? `${name} · ${summary}` : name
  }
  switch (conflict.kind) {
    case 'value': {
      const { id, path } = conflict
      const block = id === null ? undefined : (blockOf(sides.mine, id) ?? blockOf(sides.theirs, id))
      const show = (side: Side) => {
        const value = conflict[side]
        if (!isImage(value)) return words.value(block, path, value)
        return <img src={value} alt="" className="h-16 max-w-full rounded object-contain" />
      }
      return {
        title: nameOf(id),
        what: words.what(block, path),
        sides: { mine: show('mine'), theirs: show('theirs') },
      }
    }
    case 'place': {
      const show = (side: Side) => {
        const at = conflict[side]
        return at ? t('inPlace', { place: words.place(sides[side], at) }) : t('notThere')
      }
      return {
        title: nameOf(conflict.id),
        what: t('place'),
        sides: { mine: show('mine'), theirs: show('theirs') },
      }
    }
    case 'order':
      return {
        title: words.place(sides.mine, conflict.at),
        what: t('order'),
        sides: { mine: t('myOrder'), theirs: t('theirOrder') },
      }
    case 'removal': {
      const show = (side: Side) => t(conflict.removedBy === side ? 'removed' : 'kept')
      return {
        title: nameOf(conflict.id),
        what: t('removal'),
        sides: { mine: show('mine'), theirs: show('theirs') },
      }
    }
    case 'page':
      return {
        title: t('page'),
        what: t('pageText'),
        sides: { mine: t('whole'), theirs: t('theirWhole') },
      }
  }
}
