import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import { definition, type PuzzleProps } from './definition'
import { View } from './view'

type PuzzleCell = PuzzleProps['cells'][number]
const cell = (over: Partial<PuzzleCell> = {}): PuzzleCell => ({
  src: '/assets/u/a.webp',
  alt: '主会场',
  link: '/p/double-11',
  fit: 'cover',
  focusX: 50,
  focusY: 0,
  x: 0,
  y: 0,
  w: 5_000,
  h: 10_000,
  ...over,
})
const right = (over: Partial<PuzzleCell> = {}) => cell({ x: 5_000, ...over })
const puzzle = (over: Partial<PuzzleProps> = {}): PuzzleProps => ({
  ...definition.defaults,
  cells: [cell(), right()],
  ...over,
})
const codes = (cells: PuzzleCell[]) => definition.lint(puzzle({ cells }), {} as never).map(({ code }) => code)

describe('the puzzle widget', () => {
  it('lays its pictures out in parts of the whole, with gaps only between them', () => {
    const html = renderView(View, puzzle({ gap: 8, width: 750, height: 300, radius: 6 }))
    expect(html).toContain('padding-top:40%')
    expect(html).toContain('left:0%;width:calc(50% - 4px);top:0%;height:100%;')
    expect(html).toContain('left:calc(50% + 4px);width:calc(50% - 4px);')
    expect(html).toContain('border-radius:6px')
  })

  it('asks for pictures no wider than their cells', () => {
    const src = `/assets/u/${'a'.repeat(64)}-800x400.jpg`
    const html = renderView(View, puzzle({ cells: [cell({ src, w: 3_333 })] }))
    expect(html).toContain('sizes="33vw"')
    expect(html).toContain('375w')
  })

  it('cuts a picture at its edges around what matters, or shows it whole on its colour', () => {
    expect(renderView(View, puzzle())).toContain('object-fit:cover;object-position:50% 0%;')
    const whole = renderView(View, puzzle({ cells: [cell({ fit: 'contain', tint: '#c8102e' })] }))
    expect(whole).toContain('object-fit:contain;')
    expect(whole).not.toContain('object-position')
    expect(whole).toContain('background-color:#c8102e')
  })

  it('is a plain link where a cell leads somewhere, and only there', () => {
    const html = renderView(View, puzzle({ cells: [cell(), right({ link: '' })] }))
    expect(html.match(/<a /g)).toHaveLength(1)
    expect(html).toContain('href="/p/double-11"')
  })

  it('names a cell that does something, with or without a link', () => {
    const actions = [{ kind: 'openPopup' as const, block: 'rules', inputs: {} }]
    const html = renderView(View, puzzle({ cells: [cell(), right({ link: '', actions })] }))
    expect(html.match(/data-part="[^"]*"/g)).toEqual(['data-part="cells.1"'])
    expect(html.match(/<a /g)).toHaveLength(2)
  })

  it('gives members no empty cell, no unsafe address and no unsafe link', () => {
    expect(renderView(View, definition.defaults)).toBe('')
    const half = puzzle({
      cells: [cell({ link: 'javascript:alert(1)' }), right({ src: 'javascript:alert(1)' })],
    })
    const html = renderView(View, half)
    expect(html).not.toContain('javascript:')
    expect(html.match(/zg-puzzle-cell/g)).toHaveLength(1)
  })

  it('shows its author where the empty cells are', () => {
    const html = renderView(View, definition.defaults, { host: { isEditing: true } })
    expect(html.match(/zg-puzzle-empty/g)).toHaveLength(3)
  })

  it('refuses cells outside, cells on each other, none, and more than 24', () => {
    const isValid = (cells: unknown[]) =>
      definition.props.safeParse(puzzle({ cells: cells as never })).success
    expect(isValid([cell(), right()])).toBe(true)
    expect(isValid([cell(), right({ x: 4_999 })])).toBe(false)
    expect(isValid([cell({ x: 6_000 })])).toBe(false)
    expect(isValid([cell({ y: 1 })])).toBe(false)
    expect(isValid([])).toBe(false)
    const strips = Array.from({ length: 25 }, (_, i) => cell({ y: i * 400, h: 400 }))
    expect(isValid(strips.slice(0, 24))).toBe(true)
    expect(isValid(strips)).toBe(false)
  })

  it('tells its author what is missing, once each', () => {
    expect(codes([cell(), right()])).toEqual([])
    expect(codes([cell({ src: '' }), right({ src: '' })])).toEqual(['missing_images'])
    expect(codes([cell({ alt: ' ' }), right({ src: '' })])).toEqual(['empty_cell', 'missing_alt'])
  })
})
