import type { Block, PageDefinition } from '@/schemas/page'
import { newPage } from '@/src/document'
import { definitions } from '@/widgets/registry.definitions.gen'

/** A block of a widget with its defaults. `over` may also spoil it. */
export function aBlock(id: string, type: string, over: object = {}): Block {
  const definition = definitions[type]
  return { id, type, version: definition?.version ?? 1, props: definition?.defaults ?? {}, ...over }
}

/** A page of these blocks, one below the other; or with another root, to be refused. */
export function aPageDefinition(
  blocks: Block[] = [],
  root = blocks.map((block) => block.id),
): PageDefinition {
  const byId = Object.fromEntries(blocks.map((block) => [block.id, block]))
  return { ...newPage({ title: '页面', locale: 'zh-CN' }), root, blocks: byId }
}
