import { describe, expect, test } from 'vitest'
import type { PageDefinition } from '../../schemas/page'
import { apply, comparePages, newBlock, newPage, validatePage } from '.'
import { countingIds, definitions, leaf } from './test-widgets'

function aPage(patch: object = {}): PageDefinition {
  const page = newPage({ title: '页面', locale: 'zh-CN' })
  const { blocks } = newBlock(leaf, 'n1')
  return { ...page, root: ['n1'], blocks: { n1: { ...(blocks.n1 as (typeof blocks)[string]), ...patch } } }
}

const CODE = 'function () { location = "https://elsewhere.cn" }'
const run = () => CODE

/* Functions in the page document end up in eval: a content security policy forbids it, two versions
 * cannot be compared, and nobody can say what a page does. */
describe('a page is data, never code (tmagic and lowcode-engine store functions and evaluate them)', () => {
  test.each<[string, object]>([
    ['a function as a property', { props: { text: run, link: '' } }],
    ['a function within an unknown widget', { type: 'unheard-of', props: { on: { tap: run } } }],
    ['a function as an event', { on: { tap: run } }],
    ['a function among the actions', { on: { tap: [run] } }],
    ['code as an action', { on: { tap: [{ action: 'script', inputs: { code: CODE } }] } }],
    ['an expression as an action', { on: { tap: [{ type: 'JSFunction', value: CODE }] } }],
    ['an expression as a condition', { visibleWhen: { type: 'JSExpression', value: 'member.isNew' } }],
    ['code as a condition', { visibleWhen: 'member.isNew' }],
    ['a function as a condition', { visibleWhen: () => true }],
    ['code as a style', { style: { background: 'url(javascript:alert(1))' } }],
    ['a property of the whole block', { methods: { onTap: CODE } }],
    ['a link that is code', { props: { text: '', link: 'javascript:alert(1)' } }],
  ])('%s is refused', (_, patch) => {
    expect(validatePage(aPage(patch), definitions)).toMatchObject({ ok: false })
  })

  test('a property of the whole page is refused too', () => {
    expect(validatePage({ ...aPage(), dataSources: [{ init: CODE }] }, definitions)).toMatchObject({
      ok: false,
    })
  })

  test('no edit puts one in', () => {
    const context = { definitions, newId: countingIds() }
    const props = { link: run }
    expect(() => apply(aPage(), { kind: 'setProps', id: 'n1', props }, context)).toThrow()
  })

  test('words that look like code are words: kept, compared and stored as they were written', () => {
    const page = aPage({ props: { text: '{{ member.name }}', link: '' } })
    expect(validatePage(page, definitions)).toMatchObject({ ok: true })
    const stored = JSON.parse(JSON.stringify(page)) as PageDefinition
    expect(stored).toEqual(page)
    expect(comparePages(page, stored)).toEqual([])
  })
})
