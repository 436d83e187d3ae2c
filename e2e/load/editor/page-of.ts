import type { Block, PageDefinition } from '@/schemas/page'
import { newPage } from '@/src/document'

const TEXTS_BETWEEN = 6
const TEXTS_INSIDE = 3

/** A page of so many blocks: ten over and over, two columns with three texts in them and six below. */
export function pageOf(howMany: number): PageDefinition {
  const blocks: Record<string, Block> = {}
  const root: string[] = []
  const add = (block: Omit<Block, 'id' | 'version'>): string => {
    const id = `b${Object.keys(blocks).length}`
    blocks[id] = { id, version: 1, ...block }
    return id
  }
  const text = () =>
    add({
      type: 'text',
      props: { text: `第 ${Object.keys(blocks).length} 段文字`, look: 'body', align: 'left' },
    })
  for (let count = 0; count < howMany; count += 1 + TEXTS_INSIDE + TEXTS_BETWEEN) {
    const inside = Array.from({ length: TEXTS_INSIDE }, text)
    const slots = { first: inside.slice(0, 2), second: inside.slice(2) }
    root.push(add({ type: 'columns', props: { ratio: '1:1', gap: 8 }, slots }))
    for (let i = 0; i < TEXTS_BETWEEN; i++) root.push(text())
  }
  return { ...newPage({ title: '一千个组件', locale: 'zh-CN' }), root, blocks }
}
