'use client'

import { Tooltip } from 'antd'
import { useTranslations } from 'next-intl'
import { blockOf } from '@/src/document'
import { useEditorStore } from '../store/context'
import { useWords } from '../words'
import { type Present, usePresence } from './use-presence'

const MAX_SHOWN = 4
/** Dark enough for white initials, and told apart by people who see few colours. */
const COLOURS = ['#8a4b2f', '#2f5d8a', '#6b4a8c', '#2f7050', '#8a2f55', '#5c5f24']

/** Who else has this page open: a face each, and what they are on. */
export function Presence() {
  const t = useTranslations('editor.presence')
  const people = byPerson(usePresence())
  if (people.length === 0) return null
  const shown = people.slice(0, MAX_SHOWN)
  const rest = people.length - shown.length
  return (
    <ul aria-label={t('label')} className="m-0 flex list-none items-center gap-1 p-0">
      {shown.map((person) => (
        <li key={person.staffId}>
          <Face person={person} />
        </li>
      ))}
      {rest > 0 && <li className="text-xs text-ink-faint">{t('others', { count: rest })}</li>}
    </ul>
  )
}

function Face({ person }: { person: Present }) {
  const t = useTranslations('editor.presence')
  const store = useEditorStore()
  const { blockName } = useWords()
  // Read when it is said: it moves with every beat, and nothing else is to be drawn for it.
  const block = person.selectedId ? blockOf(store.getState().page, person.selectedId) : undefined
  const words = person.isMe
    ? t('me')
    : block
      ? t('on', { name: person.name, block: blockName(block) })
      : t('one', { name: person.name })
  return (
    <Tooltip title={words}>
      <span
        role="img"
        aria-label={words}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its words are in a tooltip, which the keyboard opens too.
        tabIndex={0}
        className="flex size-7 items-center justify-center rounded-full text-xs font-semibold text-white"
        style={{ backgroundColor: colourOf(person.staffId) }}
      >
        {initialsOf(person.name)}
      </span>
    </Tooltip>
  )
}

/** One of each person, the tab with something selected before one without. */
function byPerson(others: readonly Present[]): Present[] {
  const people = new Map<string, Present>()
  for (const one of others) {
    if (!people.has(one.staffId) || one.selectedId) people.set(one.staffId, one)
  }
  return [...people.values()]
}

/** Two letters of a Latin name; of a Chinese one what people are called by, of a longer title its first word. */
function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/)
  if (/^[\u0020-\u024f]*$/.test(name))
    return parts
      .map((part) => part[0]?.toUpperCase())
      .slice(0, 2)
      .join('')
  const characters = [...name.trim()]
  return (characters.length > 3 ? characters.slice(0, 2) : characters.slice(-2)).join('')
}

function colourOf(id: string): string | undefined {
  const sum = [...id].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0)
  return COLOURS[sum % COLOURS.length]
}
