/** @jsxImportSource preact */
// biome-ignore-all lint/suspicious/noArrayIndexKey: the lines of a text have no names.
import type { RichBlock, RichRun, RichText } from '../../schemas/rich-text'
import { type RichList, type RichNode, richTree } from '../../schemas/rich-text-tree'
import { linkHref } from './link-href'

const ALIGNMENTS = { left: 'text-left', center: 'text-center', right: 'text-right' } as const

const INKS: Record<string, string> = {
  brand: 'var(--zg-brand)',
  accent: 'var(--zg-accent-strong)',
  muted: 'var(--zg-muted)',
}

/** A structured text, in the page's theme. Sizes are of the text around it. */
export function RichTextView({ text }: { text: RichText }) {
  return (
    <div class="break-words text-text">
      {richTree(text).map((node, i) => (
        <Node key={i} node={node} />
      ))}
    </div>
  )
}

function Node({ node }: { node: RichNode }) {
  if (node.kind === 'list') return <List list={node} depth={0} />
  const align = node.align ? ALIGNMENTS[node.align] : ''
  if (node.kind === 'paragraph') {
    return (
      <p class={`mt-[0.5em] leading-[1.75] whitespace-pre-wrap first:mt-0 ${align}`}>
        <Line block={node} />
      </p>
    )
  }
  const Tag = node.size === 'large' ? 'h2' : 'h3'
  const look = node.size === 'large' ? 'text-[1.3em] font-bold' : 'text-[1.08em] font-semibold'
  return (
    <Tag class={`mt-[0.9em] leading-[1.4] whitespace-pre-wrap first:mt-0 ${look} ${align}`}>
      <Line block={node} />
    </Tag>
  )
}

const BULLETS = ['list-disc', 'list-[circle]', 'list-[square]']
const NUMBERS = ['list-decimal', 'list-[lower-alpha]', 'list-[lower-roman]']

function List({ list: { list, items }, depth }: { list: RichList; depth: number }) {
  const Tag = list === 'number' ? 'ol' : 'ul'
  const marks = list === 'number' ? NUMBERS : BULLETS
  return (
    <Tag
      class={`${depth === 0 ? 'mt-[0.5em] first:mt-0' : ''} pl-[1.6em] leading-[1.75] ${marks[depth] ?? ''}`}
    >
      {items.map(({ block, lists }, i) => (
        <li key={i} class={`mt-[0.2em] whitespace-pre-wrap ${block.align ? ALIGNMENTS[block.align] : ''}`}>
          <Line block={block} />
          {lists.map((inner, j) => (
            <List key={j} list={inner} depth={depth + 1} />
          ))}
        </li>
      ))}
    </Tag>
  )
}

/** A line without text keeps its height: it is there to part two others. */
function Line({ block }: { block: RichBlock }) {
  if (block.runs.length === 0) return <br />
  return (
    <>
      {block.runs.map((run, i) => (
        <Run key={i} run={run} />
      ))}
    </>
  )
}

function Run({ run }: { run: RichRun }) {
  const lines = [run.underline && 'underline', run.strike && 'line-through'].filter(Boolean).join(' ')
  const href = run.link ? linkHref(run.link) : undefined
  const colour = inkOf(run.colour)
  const style = {
    ...(run.bold && { fontWeight: 700 }),
    ...(run.italic && { fontStyle: 'italic' }),
    ...(lines && { textDecoration: lines }),
    ...(colour && { color: colour }),
  }
  if (href) {
    return (
      <a class="text-brand underline" href={href} style={style}>
        {run.text}
      </a>
    )
  }
  return Object.keys(style).length > 0 ? <span style={style}>{run.text}</span> : run.text
}

/** Schemas refuse other colours on save; a document from elsewhere may hold anything. */
function inkOf(colour: string | undefined): string | undefined {
  if (colour === undefined) return undefined
  return Object.hasOwn(INKS, colour) ? INKS[colour] : /^#[0-9a-f]{6}$/i.test(colour) ? colour : undefined
}
