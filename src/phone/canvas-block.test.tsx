/** @jsxImportSource preact */
import { options } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CanvasSource } from '@/schemas/canvas'
import type { Block } from '@/schemas/page'
import { useHost } from '@/widgets/kit/view'
import { useToolState } from '@/widgets/kit/view-hooks'
import type { CanvasView } from './canvas-block'
import { CanvasRoot } from './canvas-root'

const views: Record<string, CanvasView> = {
  note: ({ props }) => <p>{props.text}</p>,
  box: ({ slots }) => (
    <section>
      {slots.left}
      {slots.right}
    </section>
  ),
  bomb: () => {
    throw new Error('a view in the wild')
  },
  tap: ({ blockId }) => {
    const { status, state } = useToolState<{ left: number }>(blockId)
    return <p>{`${status} ${state?.left} ${useHost().isEditing}`}</p>
  },
}
const plain = { version: 1, usesTool: false }
const facts = { note: plain, box: plain, bomb: plain, tap: { version: 1, usesTool: true } }
const layout = {
  watch: () => {},
  forget: () => {},
  changed: () => {},
  onLayout: () => () => {},
  end: () => {},
}

function draw(
  blocks: Record<string, Omit<Block, 'id' | 'version' | 'props'> & Partial<Block>>,
  root = Object.keys(blocks),
  isPreview = false,
) {
  const records = new Map(
    Object.entries(blocks).map(([id, block]) => [id, { version: 1, props: {}, ...block, id }]),
  )
  const source: CanvasSource = {
    readPage: () => ({
      root,
      theme: 'fresh',
      locale: 'zh-CN',
      look: { variables: {}, background: undefined },
      isPreview,
    }),
    onPageChange: () => () => {},
    readBlock: (id) => records.get(id),
    onBlockChange: () => () => {},
    readTool: (id) => (id === 'bound' ? { left: 5 } : undefined),
    onToolChange: () => () => {},
    isMet: (id) => id !== 'unmet',
    onFactsChange: () => () => {},
    situation: () => 'usual',
    now: () => 0,
  }
  return renderToString(
    <CanvasRoot source={source} layout={layout} views={views} facts={facts} timeZone="Asia/Shanghai" />,
  )
}

beforeAll(() => {
  // What a browser does with an error boundary, this renderer does only when told.
  ;(options as { errorBoundaries?: boolean }).errorBoundaries = true
})
afterAll(() => {
  ;(options as { errorBoundaries?: boolean }).errorBoundaries = undefined
})

describe('the canvas', () => {
  it('draws the same blocks and slots as the phone, with a hint where a slot is empty', () => {
    const html = draw(
      { out: { type: 'box', slots: { left: ['in'] } }, in: { type: 'note', props: { text: '好券' } } },
      ['out'],
    )
    expect(html).toBe(
      '<div class="zg-block" id="out" data-block="out" data-widget="box"><section>' +
        '<div class="zg-slot" data-slot="left" data-of="out">' +
        '<div class="zg-block" id="in" data-block="in" data-widget="note"><p>好券</p></div></div>' +
        '<div class="zg-slot" data-slot="right" data-of="out"><p class="zg-drop-hint">拖入组件</p></div>' +
        '</section></div>',
    )
  })

  it.each([
    ['an unknown widget', { type: 'constructor' }, '未知组件'],
    ['a newer version', { type: 'note', version: 2, props: { text: 'x' } }, '组件版本不同'],
    ['a view that throws', { type: 'bomb' }, '组件显示出错'],
  ])('shows a placeholder for %s, and everything around it', (_, block, words) => {
    const html = draw({ bad: block, good: { type: 'note', props: { text: '还在' } } })
    expect(html).toContain(words)
    expect(html).toContain('<p>还在</p>')
    expect(html.match(/zg-placeholder/g)).toHaveLength(1)
  })

  it('dims and marks a block whose condition does not hold, and leaves it out of the preview', () => {
    const visibleWhen = { field: 'member.signedIn', op: 'is', value: true } as const
    const note = { type: 'note', visibleWhen, props: { text: 'x' } }
    const html = draw({ unmet: note, met: note })
    expect(html).toContain('class="zg-block zg-unmet" data-unmet="条件不满足，此时不显示"')
    expect(html).toContain('class="zg-block" id="met"')
    const preview = draw({ unmet: note, met: note }, ['unmet', 'met'], true)
    expect(preview).not.toContain('id="unmet"')
    expect(preview).toContain('id="met"')
  })

  it('dims what is hidden, and passes over what has just been removed', () => {
    const html = draw({ off: { type: 'note', hidden: true, props: { text: 'x' } } }, ['off', 'gone'])
    expect(html).toContain('class="zg-block zg-hidden"')
    expect(html).not.toContain('gone')
  })

  it('shows a bound tool as anybody sees it, and an unbound one as loading', () => {
    const html = draw({ bound: { type: 'tap' }, free: { type: 'tap' } })
    expect(html).toContain('<p>ready 5 true</p>')
    expect(html).toContain('<p>loading undefined true</p>')
  })

  it('shows in the preview what members would see, and nothing of the editor', () => {
    const html = draw(
      {
        off: { type: 'note', hidden: true, props: { text: 'x' } },
        out: { type: 'box', slots: { left: ['in'], right: [] } },
        in: { type: 'tap', tool: { id: 'tol_0000000001' } },
        unknown: { type: 'unheard-of' },
      },
      ['off', 'out', 'unknown'],
      true,
    )
    expect(html).toBe(
      '<div class="zg-block" id="out" data-block="out" data-widget="box"><section>' +
        '<div class="zg-slot" data-slot="left" data-of="out">' +
        '<div class="zg-block" id="in" data-block="in" data-widget="tap"><p>loading undefined false</p></div></div>' +
        '</section></div>' +
        '<div class="zg-block" id="unknown" data-block="unknown" data-widget="unheard-of"></div>',
    )
    expect(draw({}, [], true)).toBe('')
  })

  it('says in the preview what keeps a widget without its tool from being shown', () => {
    const html = draw({ free: { type: 'tap' } }, ['free'], true)
    expect(html).toContain('还没有绑定营销工具')
    expect(html).not.toContain('loading')
  })

  it('invites to drop the first block on an empty page', () => {
    expect(draw({})).toBe('<p class="zg-drop-hint">把组件拖到这里，开始搭建页面</p>')
  })
})
