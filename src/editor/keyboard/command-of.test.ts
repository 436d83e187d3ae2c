import { describe, expect, test } from 'vitest'
import { commandOf, type KeyPress } from './command-of'
import type { FocusPlace } from './editor-commands'

const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  getModifierState: () => false,
  ...rest,
})
const ctrl = { ctrlKey: true }

describe('commandOf', () => {
  test.each([
    ['Ctrl+Z', press('z', ctrl), 'undo'],
    ['⌘Z', press('z', { metaKey: true }), 'undo'],
    ['⇧⌘Z', press('Z', { metaKey: true, shiftKey: true }), 'redo'],
    ['Ctrl+Y', press('y', ctrl), 'redo'],
    ['Ctrl+S', press('s', ctrl), 'save'],
    ['Ctrl+D', press('d', ctrl), 'duplicate'],
    ['Delete', press('Delete'), 'remove'],
    ['Alt+↑', press('ArrowUp', { altKey: true }), 'moveUp'],
    ['Alt+→', press('ArrowRight', { altKey: true }), 'moveRight'],
    ['↓', press('ArrowDown'), 'selectNext'],
    ['Esc', press('Escape'), 'selectParent'],
    ['a letter', press('z'), undefined],
    ['⌘K', press('k', { metaKey: true }), 'commands'],
    ['Ctrl+Enter', press('Enter', ctrl), 'publish'],
    ['Ctrl+A', press('a', ctrl), 'selectSiblings'],
    ['Shift+↓', press('ArrowDown', { shiftKey: true }), 'extendDown'],
    ['Home', press('Home'), 'selectFirst'],
    ['Enter', press('Enter'), 'edit'],
    ['F2', press('F2'), 'rename'],
    ['M', press('m'), 'moveTo'],
    ['? with Shift', press('?', { shiftKey: true }), 'shortcuts'],
    ['a full-width ？', press('？', { shiftKey: true }), 'shortcuts'],
    ['/', press('/'), 'add'],
    ['Ctrl+C is the browser’s', press('c', ctrl), undefined],
    ['Shift+Delete', press('Delete', { shiftKey: true }), undefined],
    ['a name of every object', press('constructor'), undefined],
  ])('%s on the canvas', (_, key, command) => {
    expect(commandOf(key, 'blocks')).toBe(command)
  })

  test.each<[string, KeyPress, FocusPlace, string | undefined]>([
    ['saving works everywhere', press('s', ctrl), 'text', 'save'],
    ['undo in a text is the text’s own', press('z', ctrl), 'text', undefined],
    ['Delete in a text', press('Backspace'), 'text', undefined],
    ['Esc in a text', press('Escape'), 'text', undefined],
    ['Delete on a choice of the inspector', press('Backspace'), 'form', undefined],
    ['an arrow on a choice of the inspector', press('ArrowDown'), 'form', undefined],
    ['undo in the inspector', press('z', ctrl), 'form', 'undo'],
    ['the palette opens from a text too', press('k', ctrl), 'text', 'commands'],
    ['a letter in a text', press('m'), 'text', undefined],
    ['a question in a text', press('?', { shiftKey: true }), 'text', undefined],
    ['Enter on a switch of the inspector', press('Enter'), 'form', undefined],
    ['everything in a text', press('a', ctrl), 'text', undefined],
    ['anything under a dialog', press('s', ctrl), 'overlay', undefined],
  ])('%s', (_, key, place, command) => {
    expect(commandOf(key, place)).toBe(command)
  })

  test('composing a word is no shortcut (Puck 1277)', () => {
    expect(commandOf(press('z', { ...ctrl, isComposing: true }), 'blocks')).toBeUndefined()
    expect(commandOf(press('Process', { ...ctrl, keyCode: 229 }), 'blocks')).toBeUndefined()
    expect(commandOf(press('Escape', { isComposing: true }), 'blocks')).toBeUndefined()
  })

  test('a letter typed with AltGr is no shortcut (Puck 1277)', () => {
    const altGr = (key: string) => press(key, { getModifierState: (modifier) => modifier === 'AltGraph' })
    for (const letter of ['m', 'h', 'l', '/']) {
      expect(commandOf(press(letter), 'blocks')).toBeDefined()
      expect(commandOf(altGr(letter), 'blocks')).toBeUndefined()
    }
    // Windows reports AltGr as Ctrl and Alt together: ż on a Polish keyboard came as Ctrl+Z.
    expect(commandOf(press('s', { ctrlKey: true, altKey: true }), 'blocks')).toBeUndefined()
    for (const place of ['blocks', 'form', 'text', 'elsewhere'] as const) {
      expect(commandOf(press('z', { ctrlKey: true, altKey: true }), place)).toBeUndefined()
      expect(commandOf(press('ż', { ctrlKey: true, altKey: true }), place)).toBeUndefined()
    }
  })

  test('no modifier sticks: each press is judged by itself (Puck 1277, 1321)', () => {
    expect(commandOf(press('d', ctrl), 'blocks')).toBe('duplicate')
    expect(commandOf(press('d'), 'blocks')).toBeUndefined()
  })
})
