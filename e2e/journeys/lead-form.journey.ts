import { readFile } from 'node:fs/promises'
import { expectAccessible } from '../support/axe'
import { goTo, rowOf, signIn } from '../support/console'
import { canvasOf, createPage, dragWidget, selectBlock } from '../support/editor'
import { aPhone, openInShopApp } from '../support/phone'
import { expect, test } from '../support/product-test'

const TITLE = '新店体验预约'
const CAMPAIGN = '双11 主会场'
const FORM = '新店体验预约表'

test('a lead form: dragged, made on the spot, published, filled in wrongly and rightly, seen and exported', async ({
  browser,
  page,
  product,
  picture,
}) => {
  // From the palette to the spreadsheet, on a slow machine.
  test.setTimeout(240_000)
  await page.goto('/sign-in')
  await signIn(page, '运营')
  await goTo(page, '页面')
  await createPage(page, { title: TITLE, slug: 'journey-lead', campaign: CAMPAIGN })
  const form = canvasOf(page).locator('[data-widget="lead-form"]')

  await test.step('drag the form, and make what it asks for on the spot', async () => {
    await dragWidget(page, '线索表单', page.getByTestId('canvas-layer'))
    await selectBlock(page, form)
    await page.getByRole('button', { name: /新建$/ }).click()
    const drawer = page.getByRole('dialog', { name: '新建线索表单工具' })
    await drawer.getByRole('textbox', { name: '工具名称' }).fill(FORM)
    await drawer.getByRole('button', { name: '添加单选' }).click()
    await drawer.getByRole('button', { name: '展开第 3 项' }).click()
    await drawer.getByRole('textbox', { name: '名称', exact: true }).fill('想预约的门店')
    await drawer.getByRole('textbox', { name: '选项，一行一个' }).fill('西湖银泰店\n武林店')
    await drawer.getByRole('button', { name: '上移第 3 项' }).click()
    await expect(drawer.getByRole('alert')).toContainText('隐私政策链接')
    await picture(page, 'tool')
    await drawer.getByRole('textbox', { name: '隐私政策链接' }).fill('/p/journey-lead')
    await expect(drawer.getByRole('alert')).toHaveCount(0)
    await drawer.getByRole('button', { name: '创建', exact: true }).click()
    await expect(form.locator('legend')).toContainText('想预约的门店')
    await picture(page, 'assembled')
  })

  await test.step('publish', async () => {
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await page.getByRole('button', { name: '确认发布' }).click()
    await expect(page.getByText('发布好了')).toBeVisible()
  })

  await test.step('a member fills it in wrongly, then rightly, over a network that breaks', async () => {
    const phone = await aPhone(browser, product.origin)
    const opened = await openInShopApp(phone, '阿哲', TITLE)
    const send = opened.getByRole('button', { name: '立即提交' })
    await opened.getByLabel('姓名').fill('李小满')
    await opened.getByLabel('手机号').fill('12345')
    await expect(opened.getByRole('checkbox')).not.toBeChecked()
    await send.tap()
    await expect(opened.getByText('请选择想预约的门店')).toBeVisible()
    await expect(opened.getByText('手机号不对，请填 11 位手机号')).toBeVisible()
    await expect(opened.getByText('请先阅读并勾选同意')).toBeVisible()
    await expect(opened.getByRole('radio', { name: '西湖银泰店' })).toBeFocused()
    await picture(opened, 'wrong')
    await opened.getByRole('radio', { name: '武林店' }).tap()
    await opened.getByLabel('手机号').fill('138 0013 8000')
    await opened.getByRole('checkbox').tap()
    await expect(opened.locator('.zg-lf-problem')).toHaveCount(0)

    await phone.setOffline(true)
    await send.tap()
    await expect(opened.getByText('网络断开了')).toBeVisible()
    await phone.setOffline(false)
    await opened.reload()
    await expect(opened.getByLabel('姓名')).toHaveValue('李小满')
    await expect(opened.getByRole('radio', { name: '武林店' })).toBeChecked()
    // Consent is given for each time it is sent.
    await expect(opened.getByRole('checkbox')).not.toBeChecked()
    await opened.getByRole('checkbox').tap()
    await send.tap()
    await expect(opened.getByText('提交成功，我们会尽快与你联系')).toBeVisible()
    await picture(opened, 'sent')
    await opened.reload()
    await expect(opened.getByRole('heading', { name: '已提交' })).toBeVisible()
    await phone.close()
  })

  await test.step('staff find it, masked, and export it whole', async () => {
    await page.goto(`/tools?search=${encodeURIComponent(FORM)}`)
    await page.getByRole('link', { name: `查看结果：${FORM}` }).click()
    await expect(page.getByRole('heading', { level: 1, name: `表单结果 · ${FORM}` })).toBeVisible()
    await page.getByRole('searchbox').fill('8000')
    await expect(page.getByText('符合条件的有 1 份。')).toBeVisible()
    await expect(rowOf(page, '138****8000')).toContainText('武林店')
    await expect(page.getByText('李小满')).toHaveCount(0)
    await picture(page, 'results')
    await expectAccessible(page, 'the results of a form')
    await page.getByRole('button', { name: /导出$/ }).click()
    const dialog = page.getByRole('dialog', { name: '导出 1 份提交' })
    await expect(dialog).toContainText('姓名、想预约的门店、手机号')
    await picture(page, 'export')
    const downloading = page.waitForEvent('download')
    await dialog.getByRole('button', { name: '导出 CSV' }).click()
    const csv = await readFile(await (await downloading).path(), 'utf8')
    expect(csv).toContain('李小满,武林店,13800138000')
    await page.getByRole('button', { name: /^详情/ }).click()
    await page.getByRole('button', { name: '显示完整信息' }).click()
    await expect(page.getByText('13800138000')).toBeVisible()
    await picture(page, 'whole')
  })
})
