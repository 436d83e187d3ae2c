import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { goTo, rowOf, signIn } from '../support/console'
import { memberCookie } from '../support/member-api'
import { aPhone } from '../support/phone'
import { type Mall, publishMall, TITLES } from '../support/points-mall'
import { expect, TICKET_SECRET, test } from '../support/product-test'
import { staffApi } from '../support/staff-api'

const PRIZE = TITLES.thing
const TRACKING = 'SF1234567890123'

test('a prize is won, told an address, exported, sent by the number that comes back, and followed', async ({
  browser,
  page,
  product,
  picture,
}) => {
  const mall = await publishMall(await staffApi(product.origin, 'admin@ziggurat.demo', 'ziggurat-demo'))
  const cookie = await memberCookie(product.origin, TICKET_SECRET, { ...mall, rewardId: '' }, 'shipping-1')
  await winThermos(product.origin, cookie, mall)

  const phone = await aPhone(browser, product.origin)
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  await phone.addCookies([{ name, value, url: product.origin }])
  const member = await phone.newPage()

  await test.step('while an address is wanted, whatever leads to 我的奖励 says so', async () => {
    await member.goto(`/p/${mall.slug}`)
    const mine = member.getByRole('link', { name: /我的奖励/ }).first()
    await expect
      .poll(() => mine.evaluate((link) => getComputedStyle(link, '::after').content))
      .toContain('"1"')
    await picture(member, 'marked')
    await mine.tap()
    const ticket = ticketOf(member)
    await expect(ticket).toContainText('前填写收货地址')
    await picture(member, 'wanted')
  })

  await test.step('staff see who owes one, and remind them once a day', async () => {
    await signIn(page, '客服')
    await goTo(page, '实物发货')
    await page.getByRole('button', { name: /^待填地址/ }).click()
    await expect(rowOf(page, PRIZE)).toContainText('还没填')
    await rowOf(page, PRIZE).getByRole('button', { name: '提醒一次' }).click()
    await expect(page.getByText('已提醒 1 位会员')).toBeVisible()
    await expect(rowOf(page, PRIZE)).toContainText('已提醒 1 次')
    await picture(page, 'reminded')
    await rowOf(page, PRIZE).getByRole('button', { name: '提醒一次' }).click()
    await expect(page.getByText('1 位今天已提醒过')).toBeVisible()
  })

  await test.step('the member says where it goes', async () => {
    await ticketOf(member).getByRole('button', { name: '填写收货地址' }).tap()
    const sheet = member.getByRole('dialog')
    await sheet.getByLabel('收货人').fill('李小满')
    await sheet.getByLabel('手机号').fill('13800138000')
    await sheet.getByLabel('所在地区').fill('浙江省 杭州市 余杭区')
    await sheet.getByLabel('详细地址').fill('=文一西路 1 号')
    await sheet.getByRole('checkbox').check()
    await sheet.getByRole('button', { name: '提交地址' }).tap()
    await expect(ticketOf(member)).toContainText('等待发货')
  })

  const list = await test.step('staff export it; its address is final from then on', async () => {
    await page.reload()
    await page.getByRole('button', { name: /^(export )?导出发货清单$/ }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('完整的姓名、手机号和地址')
    await picture(page, 'export')
    const downloading = page.waitForEvent('download')
    await dialog.getByRole('button', { name: '导出清单' }).click()
    const download = await downloading
    const csv = await readFile(await download.path(), 'utf8')
    expect(csv).toContain(",李小满,13800138000,浙江省 杭州市 余杭区,'=文一西路 1 号,")
    await page.getByRole('tab', { name: '发货清单' }).click()
    await expect(rowOf(page, '1 号清单')).toContainText('1')
    await picture(page, 'lists')
    await member.reload()
    await expect(ticketOf(member)).toContainText('仓库备货中')
    return csv
  })

  await test.step('the warehouse sends it back with a number, and garbage; twice', async () => {
    const file = `${list.replace(/,,,\r\n$/, `,顺丰速运,${TRACKING},\r\n`)}shp_0000000000,,,,,,,顺丰速运,SF0000000,\r\n`
    await page.getByRole('button', { name: '导入快递单号' }).click()
    const dialog = page.getByRole('dialog')
    const upload = () =>
      dialog.locator('input[type=file]').setInputFiles({
        name: '发货清单-0001.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(file),
      })
    await upload()
    await expect(dialog.getByText('处理完成')).toBeVisible()
    await expect(dialog.getByText('没有这件奖品，或还没有导出')).toBeVisible()
    await picture(page, 'imported')
    await dialog.getByRole('button', { name: '再导入一个' }).click()
    await upload()
    await expect(dialog.getByText('没有一行改变了奖品')).toBeVisible()
    await dialog.getByRole('button', { name: '完成' }).click()
    await page.getByRole('tab', { name: '奖品', exact: true }).click()
    await page.getByRole('button', { name: /^已发货/ }).click()
    await expect(rowOf(page, PRIZE)).toContainText(TRACKING)
    await picture(page, 'sent')
  })

  await test.step('the member follows it by that number', async () => {
    await member.reload()
    await expect(ticketOf(member)).toContainText('顺丰速运')
    await expect(ticketOf(member)).toContainText(TRACKING)
    await picture(member, 'followed')
  })
})

const ticketOf = (member: Page) => member.locator('[data-reward]').filter({ hasText: PRIZE })

/** Takes points and money from the wall, and the thermos for them. */
async function winThermos(origin: string, cookie: string, mall: Mall): Promise<void> {
  const play = async (type: string, action: string, block: string, reward: keyof typeof TITLES) => {
    const input = { rewardId: mall.rewardIds[reward] }
    const response = await fetch(`${origin}/api/member/widget.${type}.${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ version: mall.version, block, key: randomBytes(12).toString('hex'), input }),
    })
    expect(await response.json()).toMatchObject({ result: { data: { status: 'granted' } } })
  }
  await play('coupon-wall', 'claim', 'wall', 'purse')
  await play('coupon-wall', 'claim', 'wall', 'money')
  await play('points-mall', 'redeem', 'mall', 'thing')
}
