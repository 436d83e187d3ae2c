'use client'

import { SearchOutlined } from '@ant-design/icons'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { isComposing } from './command-of'

export interface SearchItem {
  key: string
  content: ReactNode
  /** Items of one group stand together under its name. */
  group?: string
  isDisabled?: boolean
  /** How deep it lies, from 0, in a list that is a tree. */
  level?: number
}

interface SearchListProps {
  label: string
  placeholder: string
  search: string
  onSearch: (search: string) => void
  items: readonly SearchItem[]
  onChoose: (key: string) => void
  /** Backspace in an empty field. */
  onBack?: () => void
  /** Said instead of the list when it is empty. */
  empty: ReactNode
  isTree?: boolean
  /** Stands before what is typed: what has been chosen already. */
  prefix?: ReactNode
}

const MAX_SEARCH = 60
const PAGE_ROWS = 8

const LIST = { list: 'listbox', item: 'option' } as const
const TREE = { list: 'tree', item: 'treeitem' } as const

/** A field and what is found by it. The focus stays in the field; arrows go through the list. */
export function SearchList(props: SearchListProps) {
  const { label, placeholder, search, onSearch, items, onChoose, onBack, empty, isTree, prefix } = props
  const id = useId()
  const roles = isTree ? TREE : LIST
  const [wantedKey, setWantedKey] = useState<string>()
  const usable = items.filter(({ isDisabled }) => !isDisabled)
  const active = usable.find(({ key }) => key === wantedKey) ?? usable[0]

  useEffect(() => {
    if (active) document.getElementById(idOf(id, active.key))?.scrollIntoView({ block: 'nearest' })
  }, [id, active])

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (isComposing(event.nativeEvent)) return
    const at = active ? usable.indexOf(active) : -1
    const go = (to: number) => {
      event.preventDefault()
      setWantedKey(usable[Math.max(0, Math.min(usable.length - 1, to))]?.key)
    }
    switch (event.key) {
      case 'ArrowDown':
        return go(at + 1 < usable.length ? at + 1 : 0)
      case 'ArrowUp':
        return go(at > 0 ? at - 1 : usable.length - 1)
      case 'PageDown':
        return go(at + PAGE_ROWS)
      case 'PageUp':
        return go(at - PAGE_ROWS)
      case 'Enter':
        event.preventDefault()
        if (active) onChoose(active.key)
        return
      case 'Backspace':
        if (search === '') onBack?.()
    }
  }

  return (
    <>
      <div className="flex items-center gap-2.5 border-0 border-b border-solid border-line px-4">
        <SearchOutlined className="text-ink-faint" aria-hidden="true" />
        {prefix}
        <input
          // biome-ignore lint/a11y/noAutofocus: it opens at the user's own bidding, to be typed into.
          autoFocus
          role="combobox"
          aria-label={label}
          aria-expanded={usable.length > 0}
          aria-haspopup={roles.list}
          aria-controls={id}
          aria-activedescendant={active && idOf(id, active.key)}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          maxLength={MAX_SEARCH}
          placeholder={placeholder}
          value={search}
          onChange={({ target }) => {
            setWantedKey(undefined)
            onSearch(target.value)
          }}
          onKeyDown={onKeyDown}
          className="h-13 min-w-0 flex-1 border-0 bg-transparent p-0 text-[15px] text-ink outline-none placeholder:text-ink-faint"
        />
      </div>
      {items.length === 0 && (
        <p role="status" className="m-0 px-4 py-10 text-center text-[13px] text-ink-faint">
          {empty}
        </p>
      )}
      <div
        id={id}
        {...{ role: roles.list, 'aria-label': label }}
        className={items.length === 0 ? 'hidden' : 'max-h-[min(420px,56vh)] overflow-y-auto p-2'}
      >
        {items.map((item, index) => (
          <Item
            key={item.key}
            item={item}
            id={idOf(id, item.key)}
            isActive={item === active}
            roles={roles}
            heading={item.group !== items[index - 1]?.group ? item.group : undefined}
            onPoint={() => setWantedKey(item.key)}
            onChoose={() => onChoose(item.key)}
          />
        ))}
      </div>
    </>
  )
}

interface ItemProps {
  item: SearchItem
  id: string
  isActive: boolean
  roles: typeof TREE | typeof LIST
  heading: string | undefined
  onPoint: () => void
  onChoose: () => void
}

function Item({ item, id, isActive, roles, heading, onPoint, onChoose }: ItemProps) {
  const aria = {
    role: roles.item,
    'aria-level': item.level === undefined ? undefined : item.level + 1,
    'aria-selected': isActive,
    'aria-disabled': item.isDisabled,
  }
  return (
    <>
      {heading && (
        <div role="presentation" className="px-2.5 pt-2 pb-1 text-xs leading-5 font-medium text-ink-faint">
          {heading}
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its role is one of two, among its aria. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the search field's, which names it as active. */}
      <div
        id={id}
        {...aria}
        tabIndex={-1}
        // Scrolling under a resting pointer is not pointing.
        onPointerMove={() => !item.isDisabled && !isActive && onPoint()}
        // The focus stays in the field.
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => !item.isDisabled && onChoose()}
        className={`flex min-h-9 items-center gap-2.5 rounded-md px-2.5 text-[13px] ${
          item.isDisabled
            ? 'text-ink-faint'
            : isActive
              ? 'cursor-pointer bg-brand-soft text-brand-deep'
              : 'cursor-pointer text-ink'
        }`}
        style={item.level === undefined ? undefined : { paddingLeft: 10 + item.level * 18 }}
      >
        {item.content}
      </div>
    </>
  )
}

/** Keys may hold signs that ids do not like. */
function idOf(list: string, key: string): string {
  return `${list}${key.replace(/[^\w-]/g, '_')}`
}
