'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Block, BlockId, PageDefinition } from '@/schemas/page'
import { blockOf, type Difference, type Parent } from '@/src/document'
import { blockSummary } from '../layers/block-summary'
import { useEditorStore } from '../store/context'
import { useWords } from '../words'

/** Longer values are cut: the list says what changed, the canvas shows it. */
const MAX_CHARACTERS = 40

/** How differences between two pages, and the values in them, are said in the reader's language. */
export function useDifferenceWords() {
  const t = useTranslations('editor.versions')
  const themes = useTranslations('editor.themes')
  const words = useWords()
  const { definitions } = useEditorStore()

  return useMemo(() => {
    const field = (key: string) => {
      const known = `fields.${key}` as 'fields.other'
      return t.has(known) ? t(known) : t('fields.other')
    }
    /** What a path leads to, by its label. */
    const what = (block: Block | undefined, path: readonly string[]): string => {
      const [key = '', member] = path
      if (block && key === 'props' && member) return words.ofWidget(block.type)?.fields[member] ?? member
      if (block) return path.length === 0 ? t('values.block') : field(member ?? key)
      if (key === 'share' && member) return field(`share${member[0]?.toUpperCase()}${member.slice(1)}`)
      if (key === 'settings' && member) return field(member === 'background' ? 'pageBackground' : member)
      return field(key === 'title' ? 'pageTitle' : key)
    }
    const option = (block: Block | undefined, path: readonly string[], value: string) => {
      if (path[0] === 'theme') return themes.has(value as 'fresh') ? themes(value as 'fresh') : value
      const member = path[0] === 'props' ? path[1] : undefined
      const options = block && member ? words.ofWidget(block.type)?.options?.[member] : undefined
      return options && Object.hasOwn(options, value) ? options[value] : value
    }
    /** A value in few words. */
    const value = (block: Block | undefined, path: readonly string[], given: unknown): string => {
      if (given === undefined || given === '' || given === null) return t('values.none')
      if (typeof given === 'boolean') return t(given ? 'values.yes' : 'values.no')
      if (Array.isArray(given)) return t('values.items', { count: given.length })
      if (typeof given === 'object') return t('values.other')
      const text = String(option(block, path, String(given))).replace(/\s+/g, ' ')
      return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text
    }
    const place = (page: PageDefinition, at: Parent): string => {
      const parent = at.parent === null ? undefined : blockOf(page, at.parent)
      if (!parent || at.slot === null) return words.placeName('page')
      return words.placeName({ type: parent.type, name: parent.name, slot: at.slot })
    }
    /** A block by its name and what tells it from others of its kind, in the first page that has it. */
    const blockName = (pages: readonly PageDefinition[], id: BlockId | null) => {
      if (id === null) return { name: t('pageItself'), summary: '' }
      const block = pages.map((page) => blockOf(page, id)).find((one) => one !== undefined)
      if (!block) return { name: id, summary: '' }
      return { name: words.blockName(block), summary: blockSummary(definitions, block) }
    }

    const sayChanged = (difference: Extract<Difference, { kind: 'changed' }>, after: PageDefinition) => {
      const { id, path, before, after: now } = difference
      const block = id === null ? undefined : blockOf(after, id)
      const key = path.length === 1 ? path[0] : undefined
      if (key === 'hidden') return t(now ? 'differences.hide' : 'differences.show')
      if (key === 'locked') return t(now ? 'differences.lock' : 'differences.unlock')
      if (key === 'tool') {
        return t(`differences.${!now ? 'unbindTool' : before ? 'changeTool' : 'bindTool'}`)
      }
      if (key === 'name') {
        return now ? t('differences.rename', { value: String(now) }) : t('differences.unname')
      }
      const label = what(block, path)
      if (now === undefined || now === '') return t('differences.unset', { what: label })
      if (isImage(now)) return t('differences.image', { what: label })
      if (typeof now === 'object') return t('differences.changed', { what: label })
      return t('differences.set', { what: label, value: value(block, path, now) })
    }

    /** What became of a block, without its name. */
    const say = (difference: Difference, before: PageDefinition, after: PageDefinition): string => {
      switch (difference.kind) {
        case 'added':
          return t(difference.count > 1 ? 'differences.addedMany' : 'differences.added', {
            place: place(after, difference.to),
            count: difference.count,
          })
        case 'removed':
          return t(difference.count > 1 ? 'differences.removedMany' : 'differences.removed', {
            place: place(before, difference.from),
            count: difference.count,
          })
        case 'moved':
          return difference.to.parent === null
            ? t('differences.movedToPage')
            : t('differences.moved', { place: place(after, difference.to) })
        case 'changed':
          return sayChanged(difference, after)
        default:
          return t(`differences.${difference.kind}`)
      }
    }
    return { say, what, value, place, blockName }
  }, [t, themes, words, definitions])
}

/** An address of a picture: what it shows says more than what it is called. */
export function isImage(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^(?:\/|https:\/\/)\S+\.(?:png|jpe?g|webp|avif|gif|svg)(?:\?\S*)?$/i.test(value)
  )
}
