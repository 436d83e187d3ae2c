import { randomBytes } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { goTo, rowOf, signIn } from '../support/console'
import { expect, test } from '../support/product-test'

const SCRIPT = '<script>alert(document.domain)</script>'

/** A reward of each kind: what is filled in, and what the list then says of it. */
const KINDS: { kind: string; title: string; fields: Record<string, string>; says: string[] }[] = [
  {
    kind: '优惠券',
    title: '旅程优惠券',
    fields: { 优惠金额: '20', 使用门槛: '199', 天数: '3', 库存: '500' },
    says: ['优惠券', '满 ¥199', '领取后 3 天', '500'],
  },
  {
    kind: '现金',
    title: '旅程现金',
    fields: { 金额: '1.88', 库存: '40', 每日最多发放: '10' },
    says: ['现金', '1.88', '今日 0 / 10'],
  },
  {
    kind: '积分',
    title: '旅程积分',
    fields: { 积分数: '200', 每份成本: '2', 多少天后作废: '30', 库存: '1000' },
    says: ['200 积分', '1,000'],
  },
  {
    kind: '实物',
    title: '旅程保温杯',
    fields: { 每份成本: '39', 库存: '5' },
    says: ['实物', '成本 ¥39'],
  },
  {
    kind: '合作券码',
    title: '旅程月卡',
    fields: { 合作方: '云听', 每份成本: '15', 天数: '30', 使用方法: '在云听兑换中心输入' },
    says: ['合作券码', '待导入券码'],
  },
]

test('a reward of every kind; codes of a partner, imported twice, are there once', async ({
  page,
  picture,
}) => {
  await signIn(page, '运营')
  await goTo(page, '奖励')
  for (const { kind, title, fields, says } of KINDS) {
    await test.step(kind, async () => {
      const form = await newReward(page, kind)
      await form.getByRole('button', { name: '创建', exact: true }).click()
      await expect(form.getByText('请填写名称')).toBeVisible()
      await form.getByRole('textbox', { name: '名称' }).fill(title)
      for (const [label, value] of Object.entries(fields)) {
        await form.getByLabel(new RegExp(`^${label}(\\s*（可选）)?$`)).fill(value)
      }
      await picture(page, title)
      await form.getByRole('button', { name: '创建', exact: true }).click()
      await expect(form).toBeHidden()
      for (const words of says) await expect(rowOf(page, title)).toContainText(words)
    })
  }

  await test.step('a new voucher asks for its codes at once; what is no code is named by its line', async () => {
    const codes = Array.from({ length: 300 }, () => `VIP-${randomBytes(6).toString('hex').toUpperCase()}`)
    const lines = [...codes, codes[0], '=1+1', '1.23E+15', '券']
    const drawer = page.getByRole('dialog', { name: '导入券码 · 旅程月卡' })
    await importCodes(drawer, lines.join('\n'))
    await expect(drawer.getByText('新增 300 个券码')).toBeVisible()
    await expect(drawer.getByText('看起来是表格公式')).toBeVisible()
    await expect(drawer.getByText('被 Excel 改成了科学计数')).toBeVisible()
    await picture(page, 'codes')
    await drawer.getByRole('button', { name: '完成' }).click()
    await expect(rowOf(page, '旅程月卡')).toContainText('共 300，已发 0')

    await page.getByRole('button', { name: '旅程月卡 的更多操作' }).click()
    await page.getByRole('menuitem', { name: '导入券码' }).click()
    await importCodes(drawer, lines.join('\n'))
    await expect(drawer.getByText('没有新增券码')).toBeVisible()
    await expect(drawer.locator('dl > div').filter({ hasText: '之前已导入' }).locator('dd')).toHaveText('300')
    await picture(page, 'codes-again')
    await drawer.getByRole('button', { name: '完成' }).click()
    await expect(rowOf(page, '旅程月卡')).toContainText('共 300，已发 0')
    await expect(rowOf(page, '旅程月卡')).toContainText('可发放')
  })
})

test('uploads that are not what they claim, or too much, are refused in words', async ({
  page,
  product,
  picture,
}) => {
  await page.goto('/sign-in')
  const tower = await page.screenshot({ clip: { x: 130, y: 240, width: 400, height: 300 } })
  await signIn(page, '运营')
  await goTo(page, '奖励')
  const form = await newReward(page, '实物')
  const upload = (name: string, mimeType: string, buffer: Buffer) =>
    form.getByTestId('image-file').setInputFiles({ name, mimeType, buffer })
  const refused: [name: string, type: string, bytes: Buffer, words: string][] = [
    ['huge.png', 'image/png', hugePng(), '图片超过 4000 万像素'],
    ['polyglot.gif', 'image/gif', Buffer.from(`GIF89a(\0(\0/*${SCRIPT}*/1;`), '图片已损坏'],
    ['page.png', 'image/png', Buffer.from(`<html>${SCRIPT}</html>`), '图片已损坏'],
    ['script.svg', 'image/svg+xml', Buffer.from(svgOf(SCRIPT)), 'SVG 里含有脚本'],
    ['list.png', 'text/csv', Buffer.from('a,b'), '这个文件不是图片'],
    ['large.png', 'image/png', Buffer.alloc(10 * 1024 * 1024 + 1), '图片超过 10 MB'],
  ]
  for (const [name, type, bytes, words] of refused) {
    await upload(name, type, bytes)
    await expect(form.getByRole('alert').filter({ hasText: words })).toBeVisible()
    await picture(page, name)
  }

  // A picture with a script behind its last byte is a picture; what is served is drawn anew.
  await upload('tail.png', 'image/png', Buffer.concat([tower, Buffer.from(SCRIPT)]))
  const shown = form.getByRole('img', { name: /预览$/ })
  await expect(shown).toHaveAttribute('src', /^\/assets\/u\//)
  await expect(form.getByRole('alert')).toHaveCount(0)
  const served = await fetch(new URL((await shown.getAttribute('src')) ?? '', product.origin))
  expect(served.headers.get('content-type')).toMatch(/^image\/(png|jpeg|webp)$/)
  expect(served.headers.get('x-content-type-options')).toBe('nosniff')
  expect(Buffer.from(await served.arrayBuffer()).includes(SCRIPT)).toBe(false)
  await picture(page, 'taken')
})

/** Opens the form of a new reward and chooses its kind. */
async function newReward(page: Page, kind: string): Promise<Locator> {
  await page.getByRole('button', { name: '新建奖励' }).click()
  const form = page.getByRole('dialog', { name: '新建奖励' })
  await form
    .locator('label')
    .filter({ has: page.getByRole('radio', { name: kind, exact: true }) })
    .click()
  return form
}

async function importCodes(drawer: Locator, text: string): Promise<void> {
  const buffer = Buffer.from(text)
  await drawer
    .locator('input[type=file]')
    .setInputFiles({ name: 'codes.txt', mimeType: 'text/plain', buffer })
  await drawer.getByRole('button', { name: '导入', exact: true }).click()
}

/** The header of a PNG of 200 megapixels, and next to nothing behind it. */
function hugePng(): Buffer {
  const png = Buffer.alloc(4_096)
  png.set(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
  png.writeUInt32BE(20_000, 16)
  png.writeUInt32BE(10_000, 20)
  return png
}

const svgOf = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">${inner}<path d="M0 0h9v9z"/></svg>`
