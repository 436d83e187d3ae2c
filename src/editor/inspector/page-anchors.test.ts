import { describe, expect, it } from 'vitest'
import type { Block } from '@/schemas/page'
import { newPage } from '@/src/document'
import { definitions } from '@/widgets/registry.definitions.gen'
import { keepSame, pageAnchors } from './page-anchors'

const text = (id: string, words: string, over: Partial<Block> = {}): Block => ({
  id,
  type: 'text',
  version: 1,
  props: { text: words, look: 'body', align: 'left' },
  ...over,
})

function anchors(from: string, ...blocks: Block[]) {
  const page = newPage({ title: '页面', locale: 'zh-CN' })
  page.root = blocks.map(({ id }) => id)
  page.blocks = Object.fromEntries(blocks.map((block) => [block.id, block]))
  return pageAnchors(page, definitions, (block) => block.name ?? '文字', from)
}

describe('the blocks a link may lead to', () => {
  it('are called by their own name, or by their kind and first words', () => {
    expect(anchors('x', text('a', '好券'), text('b', '爆款', { name: '二楼' }), text('c', ' '))).toEqual([
      { id: 'a', name: '文字 · 好券' },
      { id: 'b', name: '二楼' },
      { id: 'c', name: '文字' },
    ])
  })

  it('are numbered where they would be called the same, and leave out the block itself', () => {
    expect(anchors('a', text('a', '好券'), text('b', '好券'), text('c', '好券'))).toEqual([
      { id: 'b', name: '文字 · 好券 (2)' },
      { id: 'c', name: '文字 · 好券 (3)' },
    ])
  })

  it('are the same list while nothing about them changed', () => {
    const before = anchors('x', text('a', '好券'))
    expect(keepSame(before, anchors('x', text('a', '好券')))).toBe(before)
    expect(keepSame(before, anchors('x', text('a', '爆款')))).not.toBe(before)
    expect(keepSame(before, [])).not.toBe(before)
  })
})
