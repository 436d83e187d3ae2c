import { signIn } from '../support/console'
import { canvasOf } from '../support/editor'
import { aPhone } from '../support/phone'
import { expect, test } from '../support/product-test'

test('a page is looked at before, during and after its campaign, by others, sold out and offline', async ({
  browser,
  page,
  product,
  picture,
}) => {
  await signIn(page, '产品')
  await page.goto(`/pages?search=${encodeURIComponent('双11 主会场')}`)
  await page.getByRole('link', { name: '双11 主会场' }).first().click()
  await page.waitForURL('**/editor/**')
  const lottery = canvasOf(page).locator('[data-widget="lottery"]')
  await expect(lottery.getByRole('button').first()).toBeVisible()

  const open = page.getByRole('button', { name: /^查看视角/ })
  const choose = (row: string, choice: string) =>
    page.getByRole('radiogroup', { name: row }).getByText(choice, { exact: true }).click()

  await test.step('on the canvas, by one switch', async () => {
    await open.click()
    await choose('时间', '结束后')
    await expect(lottery).toContainText('已结束')
    await picture(page, 'after')
    await choose('时间', '活动前')
    await expect(lottery).toContainText(/未开始|即将开始|距/)
    await choose('时间', '进行中')
    await choose('情形', '已参与过')
    // Somebody who has played is signed in.
    await expect(page.getByRole('radio', { name: '老用户' })).toBeChecked()
    await expect(lottery).toContainText('次数用完')
    await picture(page, 'played')
    await choose('情形', '断网')
    await page.getByRole('button', { name: '恢复默认' }).click()
    await expect(open).toHaveAccessibleName('查看视角：未登录，现在，正常')
  })

  const link = await test.step('on a phone, by a link', async () => {
    const answered = page.waitForResponse(/pages\.previewLink/)
    await page.getByRole('button', { name: '在手机上预览草稿' }).click()
    const answers = [await (await answered).json()].flat() as { result: { data: { path?: string } } }[]
    const path = answers.map(({ result }) => result.data.path).find((each) => each !== undefined)
    await expect(page.getByText('一天内有效')).toBeVisible()
    await picture(page, 'link')
    return `${product.origin}${path}`
  })

  const phone = await aPhone(browser, product.origin)
  const draft = await phone.newPage()
  await test.step('which shows the draft to whoever has it, as whomever they like', async () => {
    await draft.goto(link)
    await expect(draft.locator('[data-widget="lottery"]')).toBeVisible()
    await expect(draft).toHaveTitle('预览 · 双11 主会场')
    await draft.getByText('预览', { exact: true }).tap()
    await draft.getByRole('combobox', { name: '时间' }).selectOption({ label: '结束后' })
    await expect(draft.locator('[data-widget="lottery"]')).toContainText('已结束')
    await picture(draft, 'phone')
  })

  await test.step('and nothing to whoever changes it', async () => {
    await draft.goto(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`)
    await expect(draft.getByRole('alert')).toContainText('预览链接已失效')
    await expect(draft.getByRole('alert')).toBeInViewport()
    await picture(draft, 'over')
  })
})
