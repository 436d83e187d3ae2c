import type { Locator } from '@playwright/test'
import { aBlock } from '../../src/testing/builders/page-definition'
import { canvasPage } from '../support/canvas-page'
import { signIn } from '../support/console'
import { selectBlock } from '../support/editor'
import { aText, makePage, openEditor } from '../support/made-page'
import { expect, test } from '../support/product-test'

const SLUG = 'journey-styles'
/** What would give the console away, or be missing if styles had been copied by halves. */
const LOOKS = [
  'color',
  'fontFamily',
  'fontSize',
  'lineHeight',
  'padding',
  'borderRadius',
  'backgroundImage',
] as const

test('the canvas looks as the published page does, whatever styles the console has (Puck 1122, 543)', async ({
  page,
  product,
}) => {
  // Empty style sheets, in the head and in the body, and marks on html: what kept a peer's canvas
  // from loading, and what it missed to copy.
  await page.addInitScript(() => {
    if (window !== window.top) return
    document.addEventListener('DOMContentLoaded', () => {
      for (const place of [document.head, document.body]) {
        place.append(document.createElement('style'))
        const hostile = document.createElement('style')
        hostile.textContent =
          '.zg-page, .zg-page * { color: rgb(1, 2, 3) !important; padding: 31px !important }'
        place.append(hostile)
      }
      document.documentElement.dataset.theme = 'midnight'
    })
  })
  await signIn(page, '运营')
  const heading = aText('words', { props: { text: '好券', look: 'heading', align: 'left' } })
  const blocks = [
    heading,
    aBlock('press', 'button', { props: { ...aBlock('press', 'button').props, link: '/' } }),
  ]
  const id = await makePage(product.origin, { title: '样式', slug: SLUG, blocks })
  await openEditor(page, id)
  const { canvas, layer } = canvasPage(page)

  await test.step('nothing of the console is in it, also not what is added later', async () => {
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'midnight')
    await expect(canvas.locator('html')).not.toHaveAttribute('data-theme', 'midnight')
    const sheets = (root: Locator) =>
      root.evaluate((html) =>
        [...html.querySelectorAll('style, link[rel="stylesheet"]')].map(
          (sheet) => sheet.getAttribute('href') ?? sheet.textContent ?? '',
        ),
      )
    const before = await sheets(canvas.locator('html'))
    expect(before.join()).not.toContain('rgb(1, 2, 3)')
    expect(before.join()).not.toContain('/_next/')
    // The inspector and its menus bring styles along.
    await selectBlock(page, canvas.locator('[data-block="words"]'))
    await layer.press('ControlOrMeta+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    expect(await sheets(canvas.locator('html'))).toEqual(before)
  })

  await test.step('each block has the look it has on the published page', async () => {
    await page.getByRole('button', { name: '发布', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: '发布页面' })
    await dialog.getByRole('button', { name: /发布$/ }).click()
    await expect(page.getByText('发布好了')).toBeVisible()
    const phone = await page.context().newPage()
    await phone.setViewportSize({ width: 390, height: 800 })
    await phone.goto(`/p/${SLUG}`)
    for (const text of ['好券', aBlock('press', 'button').props.label as string]) {
      const there = await lookOf(phone.getByText(text, { exact: true }))
      expect(await lookOf(canvas.getByText(text, { exact: true })), text).toEqual(there)
      expect(there.color).not.toBe('rgb(1, 2, 3)')
    }
  })
})

function lookOf(element: Locator): Promise<Record<string, string>> {
  return element.evaluate((shown, names) => {
    const style = getComputedStyle(shown)
    const { width, height } = shown.getBoundingClientRect()
    return {
      ...Object.fromEntries(names.map((name) => [name, style[name as keyof CSSStyleDeclaration] as string])),
      size: `${Math.round(width)} × ${Math.round(height)}`,
    }
  }, LOOKS)
}
