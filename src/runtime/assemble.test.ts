import { describe, expect, it } from 'vitest'
import type { PageDefinition } from '@/schemas/page'
import { assemble } from './assemble'
import { nextBoundary, renderCheck, renderPage, renderTools, UndrawableBlock } from './page-fragments'
import { aBlock, aPage, testWidgets } from './test-site'

const NOON = Date.parse('2026-11-11T04:00:00.000Z')
const broken: string[] = []
const context = { timeZone: 'Asia/Shanghai', now: () => NOON, onBroken: (id: string) => void broken.push(id) }

function draw(page: PageDefinition, tools: Record<string, unknown> = {}, at = NOON) {
  return assemble(renderPage(page, tools, testWidgets, context), at)
}

describe('a page put together', () => {
  it('puts what stands in slots into its place, however deep', () => {
    const { html } = draw(
      aPage(
        ['out', 'last'],
        [
          aBlock('out', 'box', {}, { slots: { left: ['in'], right: ['x', 'y'] } }),
          aBlock('in', 'box', {}, { slots: { right: ['deep'] } }),
          ...['deep', 'x', 'y', 'last'].map((id) => aBlock(id, 'note', { text: id })),
        ],
      ),
    )
    const block = (id: string, type: string, inner: string) =>
      `<div class="zg-block" id="${id}" data-block="${id}" data-widget="${type}">${inner}</div>`
    const slot = (of: string, name: string, inner: string) =>
      `<div class="zg-slot" data-slot="${name}" data-of="${of}">${inner}</div>`
    const note = (id: string) => block(id, 'note', `<p>${id}</p>`)
    const inner = block('in', 'box', `<section><i></i><b>${slot('in', 'right', note('deep'))}</b></section>`)
    const outer = `<section><i>${slot('out', 'left', inner)}</i><b>${slot('out', 'right', note('x') + note('y'))}</b></section>`
    expect(html).toBe(block('out', 'box', outer) + note('last'))
  })

  it('leaves out what is hidden and what its schedule turns off, from the first ms to before the last', () => {
    const schedule = { from: '2026-11-11T04:00:00.000Z', until: '2026-11-11T05:00:00.000Z' }
    const page = aPage(
      ['shown', 'hidden', 'timed'],
      [
        aBlock('shown', 'note', { text: 'a' }),
        aBlock('hidden', 'note', { text: 'b' }, { hidden: true }),
        aBlock('timed', 'note', { text: 'c' }, { schedule }),
      ],
    )
    const shownAt = (at: number) =>
      [...draw(page, {}, at).html.matchAll(/data-block="(\w+)"/g)].map((m) => m[1])
    expect(shownAt(NOON - 1)).toEqual(['shown'])
    expect(shownAt(NOON)).toEqual(['shown', 'timed'])
    expect(shownAt(NOON + 3_600_000)).toEqual(['shown'])
    expect(nextBoundary(page, NOON - 1)).toBe(NOON)
    expect(nextBoundary(page, NOON)).toBe(NOON + 3_600_000)
    expect(nextBoundary(page, NOON + 3_600_000)).toBe(Number.POSITIVE_INFINITY)
  })

  it('takes what a hidden container holds off the page with it, islands too', () => {
    const { html, islands } = draw(
      aPage(
        ['out'],
        [
          aBlock('out', 'box', {}, { hidden: true, slots: { left: ['t'] } }),
          aBlock('t', 'tap', { label: '领' }),
        ],
      ),
    )
    expect({ html, islands }).toEqual({ html: '', islands: {} })
  })

  it('shows text as it was typed, also text that looks like markup or like a slot', () => {
    const text = '<script>alert(1)</script><!--slot:left-->"&'
    const page = aPage(
      ['out'],
      [aBlock('out', 'box', {}, { slots: { left: ['n'] } }), aBlock('n', 'note', { text })],
    )
    expect(draw(page).html).toContain('&lt;script>alert(1)&lt;/script>&lt;!--slot:left-->')
  })

  it('leaves a block it cannot draw empty and draws the rest', () => {
    broken.length = 0
    const page = aPage(
      ['unknown', 'newer', 'invalid', 'throwing', 'old'],
      [
        aBlock('unknown', 'constructor'),
        { ...aBlock('newer', 'note', { text: 'from the future' }), version: 3 },
        aBlock('invalid', 'note', { text: 7 }),
        aBlock('throwing', 'bomb'),
        { ...aBlock('old', 'note', { words: 'migrated' }), version: 1 },
      ],
    )
    const empty = (id: string, type: string) =>
      `<div class="zg-block" id="${id}" data-block="${id}" data-widget="${type}"></div>`
    expect(draw(page).html).toBe(
      empty('unknown', 'constructor') +
        empty('newer', 'note') +
        empty('invalid', 'note') +
        empty('throwing', 'bomb') +
        '<div class="zg-block" id="old" data-block="old" data-widget="note"><p>migrated</p></div>',
    )
    expect(broken).toEqual(['throwing'])
  })

  it('tells publishing which block cannot be drawn, and lets unknown ones pass', () => {
    expect(() => renderCheck(aPage(['u'], [aBlock('u', 'unheard-of')]), testWidgets)).not.toThrow()
    const page = aPage(['fine', 'bad'], [aBlock('fine', 'note', { text: '' }), aBlock('bad', 'bomb')])
    expect(() => renderCheck(page, testWidgets)).toThrow(new UndrawableBlock('bad', undefined))
  })

  it('names to the phone only interactive blocks, with their filled slots', () => {
    const page = aPage(
      ['t', 'n'],
      [
        aBlock(
          't',
          'tap',
          { label: '领' },
          { slots: { inside: ['n2'], other: [] }, tool: { id: 'tool_0000000000' } },
        ),
        aBlock('n', 'note', { text: 'a' }),
        aBlock('n2', 'note', { text: 'b' }),
      ],
    )
    expect(draw(page).islands).toEqual({ t: { type: 'tap', props: { label: '领' }, slots: ['inside'] } })
  })

  it('draws again only what shows a tool when its state changes', () => {
    const page = aPage(['t', 'n'], [aBlock('t', 'tap', { label: '领' }), aBlock('n', 'note', { text: 'a' })])
    const before = renderPage(page, { t: { left: 5 } }, testWidgets, context)
    const after = renderTools(before, { t: { left: 4 } }, context)
    expect(assemble(before, NOON).html).toContain('领 loading 5')
    expect(assemble(after, NOON).html).toContain('领 loading 4')
    expect(after.fragments.get('n')).toBe(before.fragments.get('n'))
  })

  it('gives a block its margins and background', () => {
    const style = { marginTop: 12, marginBottom: 0, background: '#ffeecc' }
    expect(draw(aPage(['n'], [aBlock('n', 'note', { text: '' }, { style })])).html).toContain(
      ' style="margin-top:12px;background-color:#ffeecc">',
    )
  })

  it('survives five thousand blocks, each within the one before', () => {
    const ids = Array.from({ length: 5000 }, (_, i) => `b${i}`)
    const blocks = ids.map((id, i) =>
      aBlock(id, 'box', {}, ids[i + 1] ? { slots: { left: [ids[i + 1]!] } } : {}),
    )
    expect(draw(aPage(['b0'], blocks)).html.match(/data-block/g)).toHaveLength(5000)
  })

  it('draws each block once even in a document that holds itself', () => {
    const page = aPage(['a', 'a'], [aBlock('a', 'box', {}, { slots: { left: ['a'], right: ['a'] } })])
    expect(draw(page).html.match(/data-block/g)).toHaveLength(1)
  })
})
