'use client'

import { BorderHorizontalOutlined, BorderVerticleOutlined, MergeCellsOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { FieldDescription } from '@/schemas/field'
import type { Parts } from '@/schemas/region-parts'
import { useFieldContext } from './field-context'
import { patched } from './patched'
import { type BoardCell, PuzzleBoard } from './puzzle-board'
import { canSplit, mergeable, mergedCells, splitCell, TEMPLATES } from './puzzle-geometry'
import type { FieldChange, FieldPath, Values } from './types'

interface PuzzleFieldProps {
  id: string
  label: string
  field: { max: number; puzzle: { width: string; height: string } }
  items: readonly FieldDescription[]
  /** The object the cells are a property of: its size stands beside them. */
  owner: Values
  value: readonly Values[]
  path: FieldPath
  listName: string
  error: string | undefined
  onChange: (list: Values[], change: Omit<FieldChange, 'patch'>) => void
}

type Cell = Values & BoardCell

/** Arranged by eye, not by these. */
const PLACE = new Set(['x', 'y', 'w', 'h'])

/** The cells of a puzzle: chosen, split, merged and drawn out by eye, and what is in the chosen one. */
export function PuzzleField(props: PuzzleFieldProps) {
  const { id, label, field, items, owner, value, path, listName, error, onChange } = props
  const { isDisabled, Fields } = useFieldContext()
  const t = useTranslations('fields.puzzle')
  const cells = value as readonly Cell[]
  const [chosen, setChosen] = useState(0)
  const selected = Math.min(chosen, cells.length - 1)
  const cell = cells[selected]
  const once = { path, isContinuous: false }
  const put = (next: readonly Cell[]) => next !== cells && onChange([...next], once)
  const neighbours = mergeable(cells, selected)

  function split(axis: 'x' | 'y') {
    put(splitCell(cells, selected, axis, (place) => emptied(cell ?? {}, items, place)))
  }
  function merge(index: number) {
    // What is swallowed may stand before it.
    setChosen(index < selected ? selected - 1 : selected)
    put(mergedCells(cells, selected, index))
  }
  function arrange(places: readonly Parts[]) {
    setChosen(0)
    put(places.map((place, i) => ({ ...(cells[i] ?? emptied(cells[0] ?? {}, items, place)), ...place })))
  }
  const isFull = cells.length >= field.max
  return (
    <section aria-labelledby={id} data-field={path.join('.')}>
      <h4
        id={id}
        className="mt-0 mb-2 flex items-baseline justify-between text-[13px] leading-5 font-normal text-ink-soft"
      >
        {label}
        <span className="text-xs tabular-nums text-ink-faint">{t('count', { count: cells.length })}</span>
      </h4>
      <Templates max={field.max} isDisabled={isDisabled} onChoose={arrange} />
      <PuzzleBoard
        cells={cells}
        ratio={ratioOf(owner, field.puzzle)}
        selected={selected}
        isDisabled={isDisabled}
        onSelect={setChosen}
        onMove={(next, key) =>
          onChange(next as Cell[], key ? { path: [...path, key], isContinuous: true } : once)
        }
      />
      <div className="mt-2 grid grid-cols-3 gap-1.5">
        <Button
          size="small"
          icon={<BorderHorizontalOutlined />}
          disabled={isDisabled || isFull || !cell || !canSplit(cell, 'x')}
          onClick={() => split('x')}
        >
          {t('splitX')}
        </Button>
        <Button
          size="small"
          icon={<BorderVerticleOutlined />}
          disabled={isDisabled || isFull || !cell || !canSplit(cell, 'y')}
          onClick={() => split('y')}
        >
          {t('splitY')}
        </Button>
        <Dropdown
          disabled={isDisabled || neighbours.length === 0}
          trigger={['click']}
          menu={{
            items: neighbours.map((index) => ({
              key: index,
              label: t('mergeWith', { side: sideOf(cells, selected, index), number: index + 1 }),
            })),
            onClick: ({ key }) => merge(Number(key)),
          }}
        >
          <Button size="small" icon={<MergeCellsOutlined />}>
            {t('merge')}
          </Button>
        </Dropdown>
      </div>
      {error && (
        <p role="alert" className="mt-1 mb-0 text-xs leading-5 text-negative">
          {error}
        </p>
      )}
      {cell && (
        <div className="mt-3 rounded-md border border-solid border-line p-3">
          <p className="mt-0 mb-2 text-[13px] font-medium text-ink">
            {t('chosen', { number: selected + 1 })}
          </p>
          <Fields
            // An upload under way belongs to the cell it was begun in.
            key={selected}
            fields={items.filter(({ name }) => !PLACE.has(name))}
            value={cell}
            path={[...path, selected]}
            listName={listName}
            onChange={(change) =>
              onChange([...cells.with(selected, patched(cell, change.patch) as Cell)], change)
            }
          />
        </div>
      )}
    </section>
  )
}

/** A cell like another one, without what is in it. */
function emptied(like: Values, items: readonly FieldDescription[], place: Parts): Cell {
  const next: Record<string, unknown> = { ...like }
  for (const { name, field, optional } of items) {
    if (field.kind === 'image' || field.kind === 'text' || field.kind === 'link') next[name] = ''
    else if (optional) delete next[name]
  }
  return { ...next, ...place } as Cell
}

function ratioOf(owner: Values, names: { width: string; height: string }): number {
  const [width, height] = [owner[names.width], owner[names.height]]
  return typeof width === 'number' && typeof height === 'number' && height > 0 ? width / height : 1
}

function sideOf(cells: readonly Parts[], from: number, to: number): 'left' | 'right' | 'up' | 'down' {
  const [a, b] = [cells[from], cells[to]]
  if (!a || !b) return 'right'
  if (a.y === b.y && a.h === b.h) return b.x < a.x ? 'left' : 'right'
  return b.y < a.y ? 'up' : 'down'
}

interface TemplatesProps {
  max: number
  isDisabled: boolean
  onChoose: (places: readonly Parts[]) => void
}

/** Arrangements to begin with; the pictures that are there keep their order. */
function Templates({ max, isDisabled, onChoose }: TemplatesProps) {
  const t = useTranslations('fields.puzzle')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend.
    <div role="group" aria-label={t('templates')} className="mb-2 grid grid-cols-6 gap-1.5">
      {TEMPLATES.filter(({ cells }) => cells.length <= max).map(({ name, cells }) => (
        <button
          key={name}
          type="button"
          disabled={isDisabled}
          aria-label={t('template', { count: cells.length, name })}
          title={t('template', { count: cells.length, name })}
          onClick={() => onChoose(cells)}
          className="relative h-8 cursor-pointer rounded-[4px] border border-solid border-line bg-white p-0 text-ink-faint hover:border-brand hover:text-brand disabled:cursor-not-allowed"
        >
          <svg
            viewBox="0 0 100 70"
            className="absolute inset-1 h-[calc(100%-8px)] w-[calc(100%-8px)]"
            aria-hidden="true"
          >
            {cells.map(({ x, y, w, h }) => (
              <rect
                key={`${x}-${y}`}
                x={x / 100 + 2}
                y={(y / 10_000) * 70 + 2}
                width={w / 100 - 4}
                height={(h / 10_000) * 70 - 4}
                rx="3"
                fill="currentColor"
                opacity="0.55"
              />
            ))}
          </svg>
        </button>
      ))}
    </div>
  )
}
