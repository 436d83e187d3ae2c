import { describe, expect, it } from 'vitest'
import type { RichBlock } from './rich-text'
import { type RichNode, richTree } from './rich-text-tree'

const item = (text: string, level = 0, list: 'bullet' | 'number' = 'bullet'): RichBlock => ({
  kind: 'item',
  list,
  level,
  runs: [{ text }],
})
const paragraph: RichBlock = { kind: 'paragraph', runs: [] }

/** `ul(a,b[ol(c)])` */
function sketch(nodes: readonly RichNode[]): string {
  return nodes
    .map((node) =>
      node.kind === 'list'
        ? `${node.list === 'bullet' ? 'ul' : 'ol'}(${node.items
            .map(({ block, lists }) => block.runs[0]?.text + (lists.length ? `[${sketch(lists)}]` : ''))
            .join(',')})`
        : 'p',
    )
    .join(' ')
}

describe('the lists of a rich text', () => {
  it.each([
    ['neighbours make one list', [item('a'), item('b')], 'ul(a,b)'],
    ['a paragraph parts them', [item('a'), paragraph, item('b')], 'ul(a) p ul(b)'],
    ['so does the other kind', [item('a'), item('b', 0, 'number')], 'ul(a) ol(b)'],
    [
      'deeper items stand under the one before',
      [item('a'), item('b', 1, 'number'), item('c')],
      'ul(a[ol(b)],c)',
    ],
    ['two kinds under one item', [item('a'), item('b', 1), item('c', 1, 'number')], 'ul(a[ul(b) ol(c)])'],
    [
      'a level without a parent is as deep as can be',
      [item('a', 2), item('b', 2), item('c')],
      'ul(a[ul(b)],c)',
    ],
    [
      'a level back to the outermost',
      [item('a'), item('b', 1), item('c', 2), item('d')],
      'ul(a[ul(b[ul(c)])],d)',
    ],
    [
      'another kind closes what was open below',
      [item('a'), item('b', 1), item('c', 0, 'number'), item('d', 1)],
      'ul(a[ul(b)]) ol(c[ul(d)])',
    ],
  ])('%s', (_, blocks, expected) => {
    expect(sketch(richTree(blocks))).toBe(expected)
  })
})
