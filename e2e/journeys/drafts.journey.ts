import type { Browser, BrowserContext, Locator, Page } from '@playwright/test'
import { aBlock, aPageDefinition } from '../../src/testing/builders/page-definition'
import { expectAccessible } from '../support/axe'
import { signIn } from '../support/console'
import { canvasOf, inspectorOf, selectBlock } from '../support/editor'
import { expect, test } from '../support/product-test'
import { staffApi } from '../support/staff-api'

const PASSWORD = 'ziggurat-demo'

/** A page with three texts, made by the operators. */
async function aPage(origin: string, slug: string): Promise<string> {
  const staff = await staffApi(origin, 'operator@ziggurat.demo', PASSWORD)
  const { id } = await staff.mutate<{ id: string }>('pages.create', { title: '会场', slug })
  const text = (name: string) => aBlock(name, 'text', { props: { text: name, look: 'body', align: 'left' } })
  const definition = { ...aPageDefinition(['top', 'middle', 'end'].map(text)), title: '会场' }
  await staff.mutate('pages.save', { id, revision: 1, definition })
  return id
}

/** Somebody at a computer of their own, signed in. */
async function atTheirDesk(
  browser: Browser,
  origin: string,
  account: '运营' | '产品',
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1440, height: 900 } })
  await signIn(await context.newPage(), account)
  return context
}

async function openEditor(page: Page, id: string): Promise<Page> {
  await page.goto(`/editor/${id}`)
  await expect(canvasOf(page).locator('[data-block="top"]')).toBeVisible()
  return page
}

const blockOn = (page: Page, id: string): Locator => canvasOf(page).locator(`[data-block="${id}"]`)

/** Types into a text block through the inspector. */
async function write(page: Page, id: string, text: string): Promise<void> {
  await selectBlock(page, blockOn(page, id))
  await inspectorOf(page).getByRole('textbox', { name: '内容' }).fill(text)
  await expect(blockOn(page, id)).toContainText(text)
}

const isIn = (page: Page, state: string) =>
  expect(page.getByTestId('save-status')).toHaveAttribute('data-state', state)

test('two people edit one page: both are seen, both are kept, and what clashes is decided', async ({
  browser,
  product,
  picture,
}) => {
  const id = await aPage(product.origin, 'journey-drafts')
  const sitDown = async (account: '运营' | '产品') => {
    const context = await atTheirDesk(browser, product.origin, account)
    return openEditor(context.pages()[0] as Page, id)
  }
  const mine = await sitDown('运营')
  const theirs = await sitDown('产品')

  await test.step('each sees that the other is there', async () => {
    await expect(theirs.getByRole('img', { name: /运营演示/ })).toBeVisible()
    await expect(mine.getByRole('img', { name: /产品演示/ })).toBeVisible()
  })

  await test.step('saved by itself, and merged block by block', async () => {
    await write(theirs, 'middle', '对方的中间')
    await isIn(theirs, 'saved')
    await write(mine, 'top', '我的开头')
    await isIn(mine, 'saved')
    await expect(blockOn(mine, 'middle')).toContainText('对方的中间')
    await expect(blockOn(theirs, 'top')).toContainText('我的开头')
    await picture(mine, 'merged')
  })

  await test.step('the same text changed by both is shown, and one is chosen', async () => {
    // Neither hears of the other in between.
    await mine.context().setOffline(true)
    await write(mine, 'end', '我的结尾')
    await isIn(mine, 'offline')
    await write(theirs, 'end', '对方的结尾')
    await isIn(theirs, 'saved')
    await mine.context().setOffline(false)
    const dialog = mine.getByRole('dialog', { name: /你和别人改得不一样/ })
    await expect(dialog).toBeVisible()
    await expect(dialog).toContainText('我的结尾')
    await picture(mine, 'clash')
    await expectAccessible(mine, 'two people’s changes clash')
    await dialog.getByRole('radio', { name: /用对方的/ }).check()
    await dialog.getByRole('button', { name: '确定' }).click()
    await expect(blockOn(mine, 'end')).toContainText('对方的结尾')
    await isIn(mine, 'saved')
    await expect(blockOn(theirs, 'end')).toContainText('对方的结尾')
  })
})

test('a killed tab and a cut network lose nothing', async ({ browser, product, picture }) => {
  const id = await aPage(product.origin, 'journey-killed')
  const context = await atTheirDesk(browser, product.origin, '运营')
  const page = await openEditor(context.pages()[0] as Page, id)

  await test.step('the network is cut and comes back', async () => {
    await context.setOffline(true)
    await write(page, 'top', '断网时写的')
    await isIn(page, 'offline')
    await picture(page, 'offline')
    await context.setOffline(false)
    await isIn(page, 'saved')
  })

  await test.step('the tab is killed before anything could be sent', async () => {
    await page.route('**/api/staff/**', (route) => route.abort())
    await write(page, 'middle', '崩溃前写的')
    await expect.poll(() => draftsIn(page)).toContain('崩溃前写的')
    const session = await context.newCDPSession(page)
    // The tab dies with the command, so that nobody answers it.
    session.send('Page.crash').catch(() => undefined)
    await page.waitForEvent('crash')
  })

  await test.step('opened again, the work is there and is saved', async () => {
    const again = await context.newPage()
    await openEditor(again, id)
    await expect(again.getByText(/没来得及保存的修改/).first()).toBeVisible()
    await expect(blockOn(again, 'middle')).toContainText('崩溃前写的')
    await isIn(again, 'saved')
    await picture(again, 'restored')
    await again.reload()
    await expect(blockOn(again, 'middle')).toContainText('崩溃前写的')
    await expect(blockOn(again, 'top')).toContainText('断网时写的')
  })
})

/** What lies in the browser's storage of drafts, as text. */
function draftsIn(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('ziggurat-drafts')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('pages').objectStore('pages').getAll()
          reading.onsuccess = () => {
            opening.result.close()
            resolve(JSON.stringify(reading.result))
          }
        }
      }),
  )
}

test('a version is named, compared with now, looked at side by side and restored', async ({
  browser,
  product,
  picture,
}) => {
  const id = await aPage(product.origin, 'journey-versions')
  const context = await atTheirDesk(browser, product.origin, '运营')
  const page = await openEditor(context.pages()[0] as Page, id)
  const panel = page.getByRole('dialog', { name: '版本' })
  const changes = page.getByTestId('differences')

  await test.step('name what is there', async () => {
    await page.getByRole('button', { name: '版本', exact: true }).click()
    await panel.getByRole('textbox', { name: '给现在的内容命名' }).fill('开卖前终稿')
    await panel.getByRole('button', { name: '保存', exact: true }).click()
    await expect(panel.getByRole('button', { name: '对比现在 开卖前终稿' })).toBeVisible()
    await picture(page, 'versions')
    await expectAccessible(page, 'versions')
  })

  await test.step('change it, and see in words what became of it', async () => {
    await panel.getByRole('button', { name: '关闭' }).click()
    await write(page, 'top', '改过的开头')
    await selectBlock(page, blockOn(page, 'end'))
    await page.keyboard.press('Delete')
    await expect(blockOn(page, 'end')).toHaveCount(0)
    await page.getByRole('button', { name: '版本', exact: true }).click()
    await panel.getByRole('button', { name: '对比现在 开卖前终稿' }).click()
    await expect(changes).toContainText('内容 改为“改过的开头”')
    await expect(changes).toContainText('从 页面 删除')
    await picture(page, 'compared')
    await expectAccessible(page, 'a version compared')
  })

  await test.step('side by side, scrolled together, differences marked', async () => {
    await panel.getByRole('button', { name: '并排查看' }).click()
    const both = page.getByRole('dialog', { name: '并排查看' })
    await expect(both.locator('[data-mark="removed"]')).toHaveCount(1)
    await expect(both.locator('[data-mark="changed"]')).toHaveCount(2)
    await picture(page, 'side-by-side')
    await expectAccessible(page, 'side by side')
    await both.getByRole('button', { name: '关闭' }).click()
  })

  await test.step('restore it as one step that can be undone', async () => {
    await panel.getByRole('button', { name: '恢复', exact: true }).click()
    const question = page.getByRole('dialog', { name: /恢复到“开卖前终稿”/ })
    await expect(question).toContainText('2 处改动')
    await picture(page, 'restore')
    await expectAccessible(page, 'a version is put back')
    await question.getByRole('button', { name: '恢复' }).click()
    await expect(blockOn(page, 'end')).toBeVisible()
    await expect(blockOn(page, 'top')).toContainText('top')
    await isIn(page, 'saved')
    await expect(panel).toContainText('和现在完全一样')
    await panel.getByRole('button', { name: '返回版本列表' }).click()
    await expect(panel).toContainText('恢复之前')
    await panel.getByRole('button', { name: '关闭' }).click()
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(blockOn(page, 'top')).toContainText('改过的开头')
    await isIn(page, 'saved')
  })
})
