import type { JSONContent } from '@tiptap/core'
import { isSafeLink } from '@/schemas/primitives'
import { MAX_LIST_LEVEL, type RichBlock, type RichRun, type RichText, THEME_INKS } from '@/schemas/rich-text'
import { type RichList, richTree } from '@/schemas/rich-text-tree'
import { hasControlCharacters } from '@/schemas/safe-values'

/*
 * Our document to the editor's and back. Only ours is stored; what the editor holds beyond it
 * (marks we do not know, unsafe links, foreign colours) ends here.
 */

const HEADING_LEVELS = { large: 2, small: 3 } as const
const LIST_TYPES = { bullet: 'bulletList', number: 'orderedList' } as const
const MAX_RUN_CHARACTERS = 5_000
const MAX_LINK_CHARACTERS = 2_000

type Align = RichBlock['align']

/** The editor's document of a rich text. */
export function toEditorDocument(text: RichText): JSONContent {
  const content = richTree(text).map((node) => {
    if (node.kind === 'list') return toEditorList(node)
    if (node.kind === 'paragraph') return { type: 'paragraph', ...toEditorLine(node) }
    const { attrs, ...line } = toEditorLine(node)
    return { type: 'heading', ...line, attrs: { ...attrs, level: HEADING_LEVELS[node.size] } }
  })
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

function toEditorList({ list, items }: RichList): JSONContent {
  return {
    type: LIST_TYPES[list],
    content: items.map(({ block, lists }) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', ...toEditorLine(block) }, ...lists.map(toEditorList)],
    })),
  }
}

function toEditorLine({ align, runs }: RichBlock): JSONContent {
  const content = runs.flatMap((run) => {
    const marks = toMarks(run)
    return run.text
      .split('\n')
      .flatMap((text, i) => [
        ...(i > 0 ? [{ type: 'hardBreak' }] : []),
        ...(text !== '' ? [{ type: 'text', text, marks }] : []),
      ])
  })
  return { ...(align && { attrs: { align } }), content }
}

const SWITCHES = ['bold', 'italic', 'underline', 'strike'] as const

function toMarks({ colour, link, ...run }: RichRun): NonNullable<JSONContent['marks']> {
  return [
    ...SWITCHES.filter((name) => run[name]).map((type) => ({ type })),
    ...(colour ? [{ type: 'ink', attrs: { colour } }] : []),
    ...(link ? [{ type: 'link', attrs: { href: link } }] : []),
  ]
}

/** The rich text of an editor's document. Blocks it does not know become paragraphs of their text. */
export function fromEditorDocument(document: JSONContent): RichText {
  const blocks = (document.content ?? []).flatMap((node) => fromBlock(node))
  const isBlank = blocks.every(({ kind, runs }) => kind === 'paragraph' && runs.length === 0)
  return isBlank ? [] : blocks
}

function fromBlock(node: JSONContent): RichBlock[] {
  const { type, content } = node
  if (type === 'bulletList') return fromList(node, 'bullet', 0)
  if (type === 'orderedList') return fromList(node, 'number', 0)
  const line = { ...alignOf(node), runs: fromInline(content ?? []) }
  if (type === 'heading') {
    return [
      { kind: 'heading', size: node.attrs?.level === HEADING_LEVELS.large ? 'large' : 'small', ...line },
    ]
  }
  return [{ kind: 'paragraph', ...line }]
}

function fromList({ content }: JSONContent, list: 'bullet' | 'number', level: number): RichBlock[] {
  return (content ?? []).flatMap((item) => {
    const isList = ({ type }: JSONContent) => type === 'bulletList' || type === 'orderedList'
    const lines = (item.content ?? []).filter((child) => !isList(child))
    const runs = lines.flatMap((line, i) => [
      // An item has one line of text: what was a second paragraph goes on below.
      ...(i > 0 ? [{ text: '\n' }] : []),
      ...fromInline(line.content ?? []),
    ])
    const inner = (item.content ?? []).filter(isList).flatMap((nested) => {
      const kind = nested.type === 'bulletList' ? 'bullet' : 'number'
      return fromList(nested, kind, Math.min(level + 1, MAX_LIST_LEVEL))
    })
    return [{ kind: 'item' as const, list, level, ...alignOf(lines[0]), runs: joined(runs) }, ...inner]
  })
}

function alignOf(node: JSONContent | undefined): { align?: NonNullable<Align> } {
  const align = node?.attrs?.align
  return align === 'center' || align === 'right' ? { align } : {}
}

function fromInline(nodes: readonly JSONContent[]): RichRun[] {
  return joined(
    nodes.flatMap(({ type, text = '', marks, content }) => {
      if (type === 'hardBreak') return [{ text: '\n' }]
      if (content) return fromInline(content)
      return [{ text: withoutControls(text), ...fromMarks(marks ?? []) }]
    }),
  )
}

/** In one order, whatever the marks': runs that look the same are then equal. */
function fromMarks(marks: NonNullable<JSONContent['marks']>): Omit<RichRun, 'text'> {
  const run: Omit<RichRun, 'text'> = {}
  for (const name of SWITCHES) if (marks.some(({ type }) => type === name)) run[name] = true
  const colour = marks.find(({ type }) => type === 'ink')?.attrs?.colour
  if (isInk(colour)) run.colour = colour
  const href = marks.find(({ type }) => type === 'link')?.attrs?.href
  if (isLink(href)) run.link = href
  return run
}

function isLink(href: unknown): href is string {
  return typeof href === 'string' && href !== '' && href.length <= MAX_LINK_CHARACTERS && isSafeLink(href)
}

/** A colour a run may have: one of the theme's by name, or `#rrggbb`. */
export function isInk(value: unknown): value is string {
  return (
    typeof value === 'string' && (/^#[0-9a-f]{6}$/i.test(value) || THEME_INKS.some((name) => name === value))
  )
}

/** Neighbours that look the same as one run, as far as a run may reach; empty ones left out. */
function joined(runs: readonly RichRun[]): RichRun[] {
  const result: RichRun[] = []
  for (const { text, ...look } of runs) {
    const last = result.at(-1)
    const isSame = last && JSON.stringify({ ...last, text: '' }) === JSON.stringify({ text: '', ...look })
    if (isSame && last.text.length + text.length <= MAX_RUN_CHARACTERS) last.text += text
    else {
      for (let at = 0; at < text.length; at += MAX_RUN_CHARACTERS) {
        result.push({ text: text.slice(at, at + MAX_RUN_CHARACTERS), ...look })
      }
    }
  }
  return result
}

/** A line break within the editor's text is white space: its own line breaks are nodes. */
function withoutControls(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ')
  return hasControlCharacters(line) ? [...line].filter((c) => !hasControlCharacters(c)).join('') : line
}
