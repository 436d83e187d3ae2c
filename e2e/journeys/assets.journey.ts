import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { goTo, signIn } from '../support/console'
import { aPicture } from '../support/drawn-picture'
import { canvasOf, createPage, dragFrom, inspectorOf, middleOf, showPanel } from '../support/editor'
import { expect, test } from '../support/product-test'
import { staffApi } from '../support/staff-api'

const TITLE = '素材之旅'
const FOLDER = '素材之旅 头图'
const OLD = '旧头图.png'
const NEW = '新头图.png'
const TOOL = '素材之旅 抽奖'

/** Sends files to the library by its button. */
async function upload(page: Page, files: Record<string, Buffer>): Promise<void> {
  const sent = Object.entries(files).map(([name, buffer]) => ({ name, mimeType: 'image/png', buffer }))
  await page.getByTestId('asset-files').first().setInputFiles(sent)
}

async function find(page: Page, name: string): Promise<void> {
  await page.goto(`/assets?search=${encodeURIComponent(name)}`)
  await expect(page.getByRole('button', { name: /^查看 / })).toHaveCount(1)
}

async function openDetails(page: Page, name: string): Promise<void> {
  await find(page, name)
  await page.getByRole('button', { name: `查看 ${name}` }).click()
  await expect(page.getByRole('heading', { name: /^使用情况/ })).toBeVisible()
}

/** A lottery of the demo's whose prize shows the picture of that name. */
async function aPrizeShowing(origin: string, name: string): Promise<void> {
  const staff = await staffApi(origin, 'admin@ziggurat.demo', 'ziggurat-demo')
  const first = async (path: string, search: string) => {
    const { items } = await staff.query<{ items: { id: string; url: string }[] }>(path, { search })
    if (!items[0]) throw new Error(`${path} knows no ${search}`)
    return items[0]
  }
  const prize = { key: 'p1', name: '头图大奖', gives: 'reward', weight: 500_000, isFallback: false }
  const blank = {
    key: 'p2',
    name: '谢谢参与',
    gives: 'nothing',
    weight: 500_000,
    isFallback: false,
    image: '',
  }
  const [{ id: rewardId }, { url: image }, { id: campaignId }] = await Promise.all([
    first('rewards.list', '全场通用券'),
    first('assets.list', name),
    first('campaigns.list', '双11 主会场'),
  ])
  const config = {
    ...{ freePerDay: 1, freePerCampaign: 0, pointsPerChance: 0, buysPerDay: 1, visits: [] },
    ...{ showOdds: true, useLink: '', prizes: [{ ...prize, rewardId, image }, blank] },
  }
  await staff.mutate('tools.create', { campaignId, type: 'lottery', name: TOOL, config })
}

test('a picture: uploaded, filed, cropped, dragged onto a page, and replaced wherever it is', async ({
  page,
  picture,
  product,
}) => {
  await signIn(page, '运营')
  await goTo(page, '素材')

  await test.step('several at once; one that is no picture is named and holds up none', async () => {
    await upload(page, {
      [OLD]: await aPicture(750, { colour: '#c8102e', height: 200 }, { colour: '#7a0019', height: 100 }),
      [NEW]: await aPicture(750, { colour: '#0f6b63', height: 200 }, { colour: '#b4633a', height: 100 }),
      '坏图.png': Buffer.from('not a picture'),
    })
    await expect(page.getByText('2 张已上传，1 张失败')).toBeVisible()
    await expect(page.getByRole('alert').filter({ hasText: '图片已损坏' })).toBeVisible()
    await picture(page, 'uploaded')
    await expectAccessible(page, 'pictures were sent')
    await page.getByRole('button', { name: '清除记录' }).click()
    await expect(page.getByText('坏图.png')).toBeHidden()
  })

  await test.step('a folder, and the picture moved into it', async () => {
    await page.getByRole('button', { name: '新建文件夹' }).click()
    await page.getByRole('textbox', { name: '名称' }).fill(FOLDER)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /保\s*存/ })
      .click()
    await expect(page.getByText('这个文件夹里还没有图片')).toBeVisible()
    await find(page, OLD)
    await page.getByRole('checkbox', { name: `选中 ${OLD}` }).check()
    await page.getByRole('button', { name: '移动到…' }).click()
    const dialog = page.getByRole('dialog', { name: '移动 1 张图片' })
    await dialog.getByRole('combobox').click()
    await page.getByTitle(`${FOLDER} · 0`).click()
    await dialog.getByRole('button', { name: /移\s*动/ }).click()
    await expect(page.getByText('已移动 1 张图片')).toBeVisible()
    await page.getByRole('navigation', { name: '文件夹' }).getByText(FOLDER).click()
    await expect(page.getByRole('button', { name: /^查看 / })).toHaveCount(1)
  })

  await test.step('cropped by numbers: a picture of its own, the original stays', async () => {
    await openDetails(page, OLD)
    await page.getByRole('button', { name: '裁剪' }).click()
    const dialog = page.getByRole('dialog', { name: '裁剪图片' })
    await dialog.getByRole('spinbutton', { name: '宽' }).fill('300')
    await dialog.getByRole('spinbutton', { name: '高' }).fill('100')
    await dialog.getByTestId('crop-frame').press('ArrowRight')
    await picture(page, 'crop')
    await expectAccessible(page, 'a picture is cropped')
    await dialog.getByRole('button', { name: '裁剪为新图片' }).click()
    await expect(page.getByText('已生成新图片“旧头图 300×100”，原图保留')).toBeVisible()
    await find(page, '旧头图 300×100')
  })

  const canvas = canvasOf(page)
  await test.step('dragged from the editor’s library onto a page, and once more by keyboard', async () => {
    await goTo(page, '页面')
    await createPage(page, { title: TITLE, slug: 'journey-assets', campaign: '双11 主会场' })
    await showPanel(page, '素材')
    await page.getByRole('searchbox', { name: '搜索图片名称' }).fill(OLD)
    const card = page.getByRole('button', { name: `插入图片 ${OLD}` })
    await expect(page.getByRole('button', { name: /^插入图片/ })).toHaveCount(1)
    await dragFrom(page, await middleOf(card), await middleOf(page.getByTestId('canvas-layer')))
    await page.mouse.up()
    const images = canvas.locator('[data-widget="image"] img')
    await expect(images).toHaveCount(1)
    await expect(images).toHaveAttribute('height', '300')
    await card.press('Enter')
    await expect(images).toHaveCount(2)
    await picture(page, 'dragged')
  })

  await test.step('the inspector chooses from the same library', async () => {
    await inspectorOf(page).getByRole('button', { name: '从素材库选择: 图片' }).click()
    const dialog = page.getByRole('dialog', { name: '从素材库选择' })
    await dialog.getByRole('searchbox').fill('旧头图 300×100')
    await dialog.getByRole('button', { name: '选择 旧头图 300×100' }).click()
    await expect(canvas.locator('[data-widget="image"] img').last()).toHaveAttribute('width', '300')
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await page.getByRole('button', { name: '确认发布' }).click()
    await expect(page.getByText('发布好了')).toBeVisible()
  })

  await test.step('what is used says where, and cannot be deleted', async () => {
    await aPrizeShowing(product.origin, OLD)
    await openDetails(page, OLD)
    await expect(page.getByRole('link', { name: `查看工具 ${TOOL}` })).toBeVisible()
    await expect(page.getByRole('link', { name: `打开页面 ${TITLE}` })).toBeVisible()
    await picture(page, 'used')
    await expectAccessible(page, 'where a picture is used')
    await page.getByRole('button', { name: /删除$/ }).click()
    const dialog = page.getByRole('dialog', { name: `删除“${OLD}”？` })
    await expect(dialog).toContainText('这张图还在使用，不能删除')
    await dialog.getByRole('button', { name: /取\s*消/ }).click()
  })

  await test.step('replaced everywhere: said before, done on the draft, to be published', async () => {
    await page.getByRole('button', { name: '全部替换' }).click()
    const dialog = page.getByRole('dialog', { name: '替换所有用到这张图的地方' })
    await dialog.getByRole('button', { name: '选择新图片' }).click()
    const picker = page.getByRole('dialog', { name: '选择新图片' })
    await picker.getByRole('searchbox').fill(NEW)
    await picker.getByRole('button', { name: `选择 ${NEW}` }).click()
    await expect(dialog).toContainText('1 个页面的草稿会换成新图片')
    await expect(dialog).toContainText('替换后需要重新发布')
    await expect(dialog).toContainText('1 个工具会换成新图片，会员马上看到')
    await picture(page, 'replace')
    await expectAccessible(page, 'a picture is replaced everywhere')
    await dialog.getByRole('button', { name: '替换 2 处' }).click()
    await expect(dialog).toContainText('已替换 2 处')
    await expect(dialog).toContainText('会员看到的还是旧图')
    await picture(page, 'replaced')
    await dialog.getByRole('link', { name: `打开页面 ${TITLE}` }).click()
    await page.waitForURL('**/editor/**')
    const first = canvas.locator('[data-widget="image"] img').first()
    await expect(first).toBeVisible()
    await openDetails(page, NEW)
    await expect(page.getByRole('link', { name: `打开页面 ${TITLE}` })).toBeVisible()
    await expect(page.getByRole('link', { name: `查看工具 ${TOOL}` })).toBeVisible()
  })
})
