import { aBlock } from '../../src/testing/builders/page-definition'
import { canvasPage } from '../support/canvas-page'
import { signIn } from '../support/console'
import { inspectorOf } from '../support/editor'
import { aText, isSaved, makePage, openEditor } from '../support/made-page'
import { expect, test } from '../support/product-test'
import { staffApi } from '../support/staff-api'

const SLUG = 'journey-overflow'
const DAY_MS = 24 * 60 * 60 * 1000
/** Days of many digits. */
const FAR = '2099-12-31T16:00:00.000Z'
const GROUP = '窄屏价格'
const PRODUCTS = [
  '商品编号,名称,图片,价格,划线价,库存,链接,分组',
  `W1,翡翠手镯,,88888888.88,,3,,${GROUP}`,
  `W2,和田玉摆件,,66666666.66,,3,,${GROUP}`,
  `W3,田黄印章,,99999999.99,,3,,${GROUP}`,
].join('\r\n')

test('text that does not fit 320 px is measured and listed: a clock in a narrow column, a price on a card; what wraps is not', async ({
  page,
  product,
  picture,
}) => {
  await signIn(page, '运营')
  const goods = aBlock('goods', 'goods', { tool: { id: await aFloor(product.origin) } })
  const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
  const blocks = [
    aText('word', { props: { text: long, look: 'title', align: 'left' } }),
    ...['image', 'button', 'notice', 'rules', 'rich-text', 'countdown', 'carousel', 'anchor-nav'].map(
      (type) => aBlock(`a-${type}`, type),
    ),
    aBlock('thirds', 'columns', {
      props: { ratio: '1:1:1', gap: 8 },
      slots: { first: ['note'], second: [], third: ['clock'] },
    }),
    aText('note'),
    aBlock('clock', 'countdown', { props: { ...aBlock('clock', 'countdown').props, to: FAR } }),
    { ...goods, props: { ...goods.props, layout: 'three' } },
  ]
  const root = blocks.map(({ id }) => id).filter((id) => id !== 'note' && id !== 'clock')
  await openEditor(page, await makePage(product.origin, { title: '窄屏', slug: SLUG, blocks, root }))
  const { canvas } = canvasPage(page)
  const panel = page.getByTestId('checks-panel')
  const findings = panel.getByRole('listitem').filter({ hasText: '320 px 窄屏上放不下' })

  await test.step('measured at a touch: the price and the clock, and nothing else', async () => {
    await expect(canvas.locator('[data-block="goods"]')).toContainText('99999999')
    await page.getByRole('button', { name: /^检查/ }).click()
    await panel.getByRole('button', { name: '在 320 px 窄屏上检查文字' }).click()
    await expect(page.getByText('有 2 个组件的文字在 320 px 窄屏上放不下')).toBeVisible()
    await expect(findings).toHaveCount(2)
    await expect(findings.filter({ hasText: '商品楼层' })).toHaveCount(1)
    await expect(findings.filter({ hasText: '倒计时' })).toHaveCount(1)
    await picture(page, 'found')
  })

  await test.step('the finding leads to the block; mended, it is gone', async () => {
    await findings.filter({ hasText: '商品楼层' }).getByRole('button').first().click()
    await expect(inspectorOf(page).getByRole('heading', { name: /商品楼层/ })).toBeVisible()
    await inspectorOf(page).getByRole('combobox', { name: '排列' }).click()
    await page.getByTitle('一行一个', { exact: true }).click()
    await expect(findings).toHaveCount(1)
    await panel.getByRole('button', { name: '在 320 px 窄屏上检查文字' }).click()
    await expect(page.getByText('有 1 个组件的文字在 320 px 窄屏上放不下')).toBeVisible()
    await expect(findings.filter({ hasText: '倒计时' })).toHaveCount(1)
    await isSaved(page)
  })
})

/** A floor of three goods with prices of eight digits. */
async function aFloor(origin: string): Promise<string> {
  const staff = await staffApi(origin, 'admin@ziggurat.demo', 'ziggurat-demo')
  await staff.upload('product-list', PRODUCTS)
  const now = Date.now()
  const campaign = await staff.mutate<{ id: string }>('campaigns.create', {
    name: SLUG,
    startsAt: new Date(now - DAY_MS).toISOString(),
    endsAt: new Date(now + DAY_MS).toISOString(),
    budgetFen: 1_000_000,
  })
  const config = { source: 'group', products: [], group: GROUP, limit: 20, coupons: [] }
  const tool = { campaignId: campaign.id, type: 'goods', name: '窄屏商品', config }
  const { id } = await staff.mutate<{ id: string }>('tools.create', tool)
  return id
}
