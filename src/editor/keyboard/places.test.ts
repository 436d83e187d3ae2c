import { describe, expect, test } from 'vitest'
import { newPage } from '@/src/document'
import { countingIds, definitions } from '@/src/document/test-widgets'
import { insertWidget, setOnBlocks } from '../store/commands'
import { createEditorStore } from '../store/editor-store'
import { keyNames, keyText } from './key-text'
import { matchScore } from './match'
import { paletteEntries } from './palette-entries'
import { offeredPlaces, placeRows, standingOf } from './places'

/** n1: box (a: n2 box, n3 leaf), n4: picky */
function aStore() {
  const store = createEditorStore({
    page: newPage({ title: '页面', locale: 'zh-CN' }),
    definitions,
    newId: countingIds(),
  })
  insertWidget(store, 'box', { parent: null, index: 0 })
  insertWidget(store, 'box', { parent: 'n1', slot: 'a', index: 0 })
  insertWidget(store, 'leaf', { parent: 'n1', slot: 'a', index: 1 })
  insertWidget(store, 'picky', { parent: null, index: 1 })
  return store
}

describe('places', () => {
  test('where a block stands, as it is announced', () => {
    expect(standingOf(aStore().getState().page, 'n3')).toEqual({
      place: { type: 'box', name: undefined, slot: 'a' },
      position: 2,
      count: 2,
    })
    expect(standingOf(aStore().getState().page, 'gone')).toBeUndefined()
  })

  test('after, into, before, and around the selected block; only where the widget may go', () => {
    const { page } = aStore().getState()
    const hows = (id: string | null, type: string) =>
      offeredPlaces(page, definitions, id, type).map(({ how, at }) => `${how} ${at.parent ?? 'page'}`)
    expect(hows('n2', 'leaf')).toEqual([
      'after n1',
      'inside n2',
      'inside n2',
      'before n1',
      'after page',
      'bottom page',
      'top page',
    ])
    expect(hows('n4', 'box')).not.toContain('inside n4')
    expect(hows('n4', 'leaf')).toContain('inside n4')
    expect(hows(null, 'leaf')).toEqual(['bottom page', 'top page'])
  })

  test('the tree of places: containers and their slots, never what is moved itself', () => {
    const { page } = aStore().getState()
    const keys = (ids: string[]) =>
      placeRows(page, definitions, ids).map(({ key, depth, at }) => `${depth} ${key}${at ? '' : ' -'}`)
    expect(keys(['n3'])).toEqual([
      '0 page',
      '1 n1 -',
      '2 n1/a',
      '3 n2 -',
      '4 n2/a',
      '4 n2/b',
      '2 n1/b',
      '1 n4 -',
      '2 n4/only',
    ])
    expect(keys(['n2']).some((key) => key.includes('n2'))).toBe(false)
    expect(keys(['n2'])).toContain('2 n4/only -')
  })

  test('what is locked takes nothing', () => {
    const store = aStore()
    setOnBlocks(store, ['n1'], { locked: true })
    const rows = placeRows(store.getState().page, definitions, ['n4'])
    expect(rows.filter(({ at }) => at).map(({ key }) => key)).toEqual(['page'])
  })
})

describe('the command palette', () => {
  const words = {
    command: (id: string) => id,
    add: (name: string) => `添加 ${name}`,
    goTo: (name: string) => `转到 ${name}`,
    width: (width: number) => `${width} px`,
    widgetName: (type: string) => type,
    widgetText: () => '',
    blockName: ({ type, name }: { type: string; name?: string }) => name ?? type,
    placeName: () => '页面',
  }
  const entries = (search: string, recent: string[] = [], selectedId: string | null = null) => {
    const { page } = aStore().getState()
    const state = { page, selectedId, definitions, isPreview: false }
    const found = paletteEntries(search, { state, words, recent })
    return { recent: found.recent.map(({ key }) => key), others: found.others.map(({ key }) => key) }
  }

  test('recent ones come first, once; blocks of the page only when they are looked for', () => {
    const found = entries('', ['add:box', 'command:gone', 'command:undo'])
    expect(found.recent).toEqual(['add:box', 'command:undo'])
    expect(found.others).not.toContain('add:box')
    expect(found.others.some((key) => key.startsWith('goTo:'))).toBe(false)
    expect(entries('picky').others.slice(0, 2)).toEqual(['add:picky', 'goTo:n4'])
  })

  test('what needs a selected block is not offered without one', () => {
    expect(entries('').others).not.toContain('command:remove')
    expect(entries('', [], 'n3').others).toContain('command:remove')
  })

  test('a search fits whole names before parts, and letters that only follow one another', () => {
    expect(matchScore('图片', ['图片'])).toBeGreaterThan(matchScore('图片', ['热区图片']))
    expect(matchScore('图片', ['热区图片'])).toBeGreaterThan(matchScore('热片', ['热区图片']))
    expect(matchScore('添加 图片', ['图片', '添加 图片'])).toBeGreaterThan(0)
    expect(matchScore('视频', ['热区图片'])).toBe(0)
  })
})

test('keys are named as the keyboard names them', () => {
  expect(keyText('Mod+Shift+Z', true)).toBe('⌘⇧Z')
  expect(keyText('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z')
  expect(keyNames('Alt+ArrowUp', false)).toEqual(['Alt', '↑'])
})
