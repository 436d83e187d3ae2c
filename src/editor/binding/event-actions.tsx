'use client'

import { PlusOutlined, ThunderboltOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { useItemKeys } from '@/components/fields/use-item-keys'
import { ACTION_CATALOGUE, type ActionCall, type ActionKind, MOST_ACTIONS } from '@/schemas/action-call'
import type { Block } from '@/schemas/page'
import type { AnyWidgetDefinition } from '@/widgets/kit/definition'
import { usePageAnchors } from '../inspector/use-page-anchors'
import type { ChangeResult } from '../store/change'
import { useEditorStore } from '../store/context'
import { ActionCard } from './action-card'
import { newCall } from './edit-actions'
import { targetsOf } from './targets-of'

/** Puts other actions in place of an event's. Changes of one `mergeKey` in a row are one step. */
export type SetCalls = (calls: readonly ActionCall[], mergeKey?: string) => ChangeResult

interface EventActionsProps {
  block: Block
  definition: AnyWidgetDefinition
  /** Undefined for a tap on one of the block's parts, which brings no values. */
  event: string | undefined
  /** What happens, in words. */
  title: string
  calls: readonly ActionCall[]
  isDisabled: boolean
  setCalls: SetCalls
}

const KINDS = Object.keys(ACTION_CATALOGUE) as ActionKind[]

/** The actions there are. Only they ask how the page's blocks are called. */
function Cards({
  of,
  keyOf,
  swap,
  remove,
}: {
  of: EventActionsProps
  keyOf: (index: number) => number
  swap: (index: number, other: number) => void
  remove: (index: number) => void
}) {
  const { calls, setCalls, title: _, ...shared } = of
  const anchors = usePageAnchors(of.block.id)
  return calls.map((call, i) => (
    <ActionCard
      key={keyOf(i)}
      {...shared}
      anchors={anchors}
      call={call}
      n={i + 1}
      onChange={(next, mergeKey) => setCalls(calls.with(i, next), mergeKey && `${i}.${mergeKey}`)}
      onUp={i > 0 ? () => swap(i, i - 1) : undefined}
      onDown={i < calls.length - 1 ? () => swap(i, i + 1) : undefined}
      onRemove={() => remove(i)}
    />
  ))
}

/** One event, and what is done in turn when it happens. */
export function EventActions(props: EventActionsProps) {
  const { block, title, calls, isDisabled, setCalls } = props
  const store = useEditorStore()
  const t = useTranslations('editor.binding')
  const keys = useItemKeys(calls.length)
  const list = useRef<HTMLOListElement>(null)
  const isFull = calls.length >= MOST_ACTIONS

  function add(kind: ActionKind) {
    const { target } = ACTION_CATALOGUE[kind]
    // The first that fits is more often right than none.
    const [first] = target ? targetsOf(store.getState().page, store.definitions, target, block.id) : []
    keys.insert()
    setCalls([...calls, newCall(kind, first?.id)])
  }
  function swap(index: number, other: number) {
    const [a, b] = [calls[index], calls[other]]
    if (!a || !b) return
    keys.swap(index, other)
    setCalls(calls.with(index, b).with(other, a))
  }
  function remove(index: number) {
    keys.remove(index)
    setCalls(calls.toSpliced(index, 1))
    // What had the focus is gone: whoever works by keyboard goes on at the next best place.
    requestAnimationFrame(() =>
      list.current?.parentElement?.querySelector<HTMLElement>('[data-add]')?.focus(),
    )
  }

  return (
    <div>
      <h4 className="mt-0 mb-2 flex items-center gap-1.5 text-[13px] leading-5 font-medium text-ink">
        <ThunderboltOutlined className="text-clay" aria-hidden />
        {title}
      </h4>
      <ol
        ref={list}
        aria-label={t('list', { event: title })}
        className={`m-0 flex list-none flex-col gap-2 p-0 ${calls.length > 0 ? 'mb-2' : ''}`}
      >
        {calls.length > 0 && <Cards of={props} keyOf={keys.at} swap={swap} remove={remove} />}
      </ol>
      <Dropdown
        trigger={['click']}
        disabled={isDisabled || isFull}
        menu={{
          items: KINDS.map((kind) => ({ key: kind, label: t(`kinds.${kind}`) })),
          onClick: ({ key }) => add(key as ActionKind),
        }}
      >
        <Button
          data-add
          block
          type="dashed"
          icon={<PlusOutlined />}
          disabled={isDisabled || isFull}
          aria-label={t('addFor', { event: title })}
        >
          {isFull ? t('full', { max: MOST_ACTIONS }) : t('add')}
        </Button>
      </Dropdown>
    </div>
  )
}
