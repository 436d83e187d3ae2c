import { expect, test } from 'vitest'
import type { Block } from '@/schemas/page'
import { definitions } from '@/widgets/registry.definitions.gen'
import { newPage } from '..'
import { createPageCheck } from './check-page'
import { DEFAULT_RULES } from './default-rules'

/** What is found of a button's actions, as code and path within the button. */
function foundOf(on: Block['on']): string[] {
  const button: Block = {
    id: 'b',
    type: 'button',
    version: definitions.button?.version ?? 1,
    props: { ...definitions.button?.defaults },
    on,
  }
  const page = { ...newPage({ title: '页面', locale: 'zh-CN' }), root: ['b'], blocks: { b: button } }
  return createPageCheck(definitions, DEFAULT_RULES)
    .check(page)
    .filter(({ path }) => path.includes('on'))
    .map(({ code, path }) => `${code} ${path.slice(2).join('.')}`)
}

test('where an action leads is looked at like any other link', () => {
  const found = foundOf({
    tap: [
      { kind: 'track', inputs: { name: 'tapped', detail: '' } },
      { kind: 'navigate', inputs: { link: 'https://192.168.1.9/p' } },
      { kind: 'navigate', inputs: { link: '#gone' } },
    ],
  })
  expect(found).toEqual(['private_link on.tap.1.inputs.link', 'dead_anchor on.tap.2.inputs.link'])
})

test('a link that is known only when it happens is left alone', () => {
  expect(foundOf({ tap: [{ kind: 'navigate', inputs: { link: { ref: 'page.link' } } }] })).toEqual([])
})

test('words that an action shares or copies are members’ to read', () => {
  const found = foundOf({
    tap: [
      { kind: 'share', inputs: { title: '全网最低价，转发就送' } },
      { kind: 'copy', inputs: { text: '国家级好物' } },
      { kind: 'track', inputs: { name: 'tapped', detail: '全网最低价' } },
    ],
  })
  expect(found).toContain('advertising_words on.tap.0.inputs.title')
  expect(found).toContain('advertising_words on.tap.1.inputs.text')
  expect(found.filter((each) => each.includes('.2.'))).toEqual([])
})
