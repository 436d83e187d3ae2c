import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Block } from '@/schemas/page'
import type { PageFacts } from '@/schemas/page-facts'
import { defineWidget } from '@/widgets/kit/definition'
import { field } from '@/widgets/kit/fields'
import { newPage } from '..'
import { createPageCheck } from './check-page'
import { DEFAULT_RULES } from './default-rules'

const props = z.strictObject({
  words: field.text({ max: 40 }),
  colour: field.colour(),
  link: field.link(),
  floors: field.list(z.strictObject({ target: field.anchor() }), { max: 4 }),
  rules: field.richText(),
})
type Props = z.infer<typeof props>
const defaults: Props = { words: '#618 大促', colour: '#d4006a', link: '', floors: [], rules: [] }
const linker = defineWidget({ type: 'linker', version: 1, props, defaults, slots: () => ({ content: {} }) })
const definitions = { linker }

const block = (id: string, over: Partial<Props> = {}, rest: Partial<Block> = {}): Block => ({
  id,
  type: 'linker',
  version: 1,
  props: { ...defaults, ...over },
  ...rest,
})

/** The dead links found, as paths. */
function dead(...blocks: Block[]): string[] {
  const page = newPage({ title: '页面', locale: 'zh-CN' })
  const inside = new Set(blocks.flatMap(({ slots }) => slots?.content ?? []))
  page.root = blocks.map(({ id }) => id).filter((id) => !inside.has(id))
  page.blocks = Object.fromEntries(blocks.map((each) => [each.id, each]))
  return createPageCheck(definitions, DEFAULT_RULES)
    .check(page)
    .filter(({ code, level }) => code === 'dead_anchor' && level === 'warning')
    .map(({ path }) => path.join('.'))
}

describe('links to a place on the page', () => {
  it('are fine while the block is there, wherever it stands', () => {
    expect(
      dead(block('a', { link: '#deep' }), block('b', {}, { slots: { content: ['deep'] } }), block('deep')),
    ).toEqual([])
    expect(dead(block('a', { link: '#a' }))).toEqual([])
  })

  it('are dead once it is gone, each found where it stands', () => {
    const rules: Props['rules'] = [
      { kind: 'paragraph', runs: [{ text: '看' }, { text: '这里', link: '#gone' }] },
    ]
    expect(
      dead(block('a', { link: '#gone', floors: [{ target: '#a' }, { target: '#gone' }], rules })),
    ).toEqual(['blocks.a.props.link', 'blocks.a.props.floors.1.target', 'blocks.a.props.rules.0.runs.1.link'])
  })

  it('are dead when the block, or what holds it, is hidden', () => {
    expect(dead(block('a', { link: '#b' }), block('b', {}, { hidden: true }))).toEqual([
      'blocks.a.props.link',
    ])
    const holder = block('h', {}, { hidden: true, slots: { content: ['b'] } })
    expect(dead(block('a', { link: '#b' }), holder, block('b'))).toEqual(['blocks.a.props.link'])
  })

  it('come alive again with the block, though their own record did not change', () => {
    const link = block('a', { link: '#b' })
    expect(dead(link)).toHaveLength(1)
    expect(dead(link, block('b'))).toEqual([])
  })

  it('are no other links, and no text or colour that begins the same', () => {
    for (const link of ['', '#', '#top', '/p/a#b', 'https://shop.example/#b']) {
      expect(dead(block('a', { link })), link).toEqual([])
    }
  })
})

describe('links out of the shop', () => {
  it('are those that members can follow and that only following them can check', () => {
    const page = newPage({ title: '页面', locale: 'zh-CN' })
    const blocks = [
      block('a', { link: 'https://outside.example/x', floors: [{ target: '#a' }] }),
      block('b', { link: 'https://10.0.0.1/' }),
      block('c', { link: '/p/home' }),
      block('d', { link: 'https://own.example/p/home' }),
      block('e', { link: 'https://hidden.example/' }, { hidden: true }),
    ]
    page.root = blocks.map(({ id }) => id)
    page.blocks = Object.fromEntries(blocks.map((each) => [each.id, each]))
    const facts: PageFacts = {
      now: 0,
      ownHosts: ['own.example'],
      ownSlugs: [],
      campaignId: null,
      tools: {},
      pages: {},
      imageBytes: {},
      scriptBytes: 0,
    }
    const found = createPageCheck(definitions, DEFAULT_RULES).outsideLinks(page, facts)
    expect(found).toEqual([
      { address: 'https://outside.example/x', blockId: 'a', path: ['blocks', 'a', 'props', 'link'] },
    ])
  })
})
