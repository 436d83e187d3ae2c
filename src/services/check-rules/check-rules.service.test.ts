import { expect, test } from 'vitest'
import { checkRule } from '@/src/db'
import { DEFAULT_RULES } from '@/src/document'
import { aBlock, aPageDefinition } from '@/src/testing/builders/page-definition'
import { aWorld, type World } from '@/src/testing/world'
import { createPage, publishPage, savePage } from '../pages'
import { listCheckRules, resetCheckRule, saveCheckRule } from './index'

const words = (word: string) => ({ words: [{ word, except: [] }], skips: [] })

async function ruleOf(world: World, kind: string) {
  const rules = await listCheckRules({ ctx: await world.as('operator') })
  return rules.find((rule) => rule.kind === kind)
}

test('rules are as they come until somebody changes one, and again once it is put back', async () => {
  await using world = await aWorld()
  const admin = await world.as('admin')
  expect(await ruleOf(world, 'shop_words')).toEqual({
    kind: 'shop_words',
    ...DEFAULT_RULES.shop_words,
    note: '',
    revision: 0,
    changed: null,
  })
  const saved = await saveCheckRule({
    ctx: admin,
    input: { kind: 'shop_words', revision: 0, level: 'error', terms: words('亲'), note: '品牌规范' },
  })
  expect(saved).toEqual({ revision: 1 })
  expect(await ruleOf(world, 'shop_words')).toMatchObject({
    level: 'error',
    terms: words('亲'),
    note: '品牌规范',
    changed: { by: admin.staff?.name, at: world.clock.now() },
  })
  await resetCheckRule({ ctx: admin, input: { kind: 'shop_words', revision: 1 } })
  expect(await ruleOf(world, 'shop_words')).toMatchObject({ revision: 0, ...DEFAULT_RULES.shop_words })
})

test('of two who change a rule the second is told, the first time as well as later', async () => {
  await using world = await aWorld()
  const ctx = await world.as('admin')
  const save = (revision: number, word: string) =>
    saveCheckRule({
      ctx,
      input: { kind: 'shop_words', revision, level: 'warning', terms: words(word), note: '' },
    })
  await save(0, '甲')
  await expect(save(0, '乙')).rejects.toMatchObject({ code: 'conflict', details: [{ code: 'rule_changed' }] })
  await save(1, '丙')
  await expect(save(1, '丁')).rejects.toMatchObject({ code: 'conflict' })
  await expect(resetCheckRule({ ctx, input: { kind: 'shop_words', revision: 1 } })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(await ruleOf(world, 'shop_words')).toMatchObject({ revision: 2, terms: words('丙') })
})

test('who is no administrator changes nothing', async () => {
  await using world = await aWorld()
  const ctx = await world.as('product', 'operator')
  const input = { kind: 'contrast', revision: 0, level: 'off', terms: {}, note: '' } as const
  await expect(saveCheckRule({ ctx, input })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(resetCheckRule({ ctx, input: { kind: 'contrast', revision: 1 } })).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect(await world.ctx.db.read.select().from(checkRule)).toEqual([])
})

test('a rule takes only what it looks for', async () => {
  await using world = await aWorld()
  const ctx = await world.as('admin')
  const save = saveCheckRule({
    ctx,
    input: { kind: 'contrast', revision: 0, level: 'error', terms: { limit: 5 }, note: '' },
  })
  await expect(save).rejects.toMatchObject({ code: 'invalid_input', details: [{ path: ['terms', 'limit'] }] })
})

test('a kind that this build does not know is passed over', async () => {
  await using world = await aWorld()
  const { staff } = await world.as('admin')
  const row = { level: 'error', terms: {}, note: '', revision: 1, updatedAt: world.clock.now() } as const
  await world.ctx.db.transaction((tx) =>
    tx.insert(checkRule).values({ kind: 'of_tomorrow', ...row, updatedBy: staff?.id ?? '' }),
  )
  expect(await listCheckRules({ ctx: await world.as('admin') })).toHaveLength(
    Object.keys(DEFAULT_RULES).length,
  )
})

test('a word that was added stops publishing where it stands, and a rule that is off does not', async () => {
  await using world = await aWorld()
  const ctx = await world.as('admin')
  const { id } = await createPage({ ctx, input: { title: '页面', slug: 'words' } })
  const text = { ...aBlock('', 'text').props, text: '亲，快来领券' }
  await savePage({
    ctx,
    input: { id, revision: 1, definition: aPageDefinition([aBlock('a', 'text', { props: text })]) },
  })
  const save = (revision: number, level: 'error' | 'off') =>
    saveCheckRule({ ctx, input: { kind: 'shop_words', revision, level, terms: words('亲'), note: '' } })
  await save(0, 'error')
  await expect(publishPage({ ctx, input: { id, revision: 2 } })).rejects.toMatchObject({
    code: 'page_has_errors',
    details: [{ code: 'shop_words', path: ['blocks', 'a', 'props', 'text'], params: { words: '亲' } }],
  })
  await save(1, 'off')
  await publishPage({ ctx, input: { id, revision: 2 } })
})
