import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { type Product, startProduct } from '../../support/built-product'
import { signIn } from '../../support/console'
import { staffApi } from '../../support/staff-api'
import { pageOf } from './page-of'
import { servePuck } from './puck'

/** An editor opened on a page of so many blocks, and where its parts are: CSS selectors. */
export interface EditorSide {
  url: string
  browser: Browser
  /** A fresh window, of 1440 × 900 px, in which somebody is signed in. */
  aWindow: () => Promise<BrowserContext>
  /** The iframe that shows the page, and within it every block and every text. */
  frame: string
  block: string
  text: string
  /** The card of the palette that is dragged, and the inspector's field of a text. */
  card: string
  field: string
}

const SIZE = { viewport: { width: 1440, height: 900 } }

/** Starts both editors in one browser, and ends them after `use`. */
export async function withEditors<T>(
  blocks: number,
  use: (ours: EditorSide, puck: EditorSide) => Promise<T>,
): Promise<T> {
  const product = await startProduct()
  const baseline = await servePuck()
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || undefined,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const ours = await ourSide(browser, product, blocks)
    const puck: EditorSide = {
      url: `${baseline.origin}/?blocks=${blocks}`,
      browser,
      aWindow: () => browser.newContext(SIZE),
      frame: 'iframe#preview-frame',
      block: '[data-puck-component]',
      text: '.block-text',
      card: '[class*="DrawerItem_"]:has-text("Text") [class*="DrawerItem-draggable"]',
      field: 'input[name="text"]',
    }
    return await use(ours, puck)
  } finally {
    await browser.close()
    baseline.stop()
    await product.stop()
  }
}

async function ourSide(browser: Browser, product: Product, blocks: number): Promise<EditorSide> {
  const staff = await staffApi(product.origin, 'admin@ziggurat.demo', 'ziggurat-demo')
  const { id } = await staff.mutate<{ id: string }>('pages.create', { title: '一千个组件', slug: 'thousand' })
  await staff.mutate('pages.save', { id, revision: 1, definition: pageOf(blocks) })
  const entrance = await browser.newContext({ baseURL: product.origin })
  const page: Page = await entrance.newPage()
  await signIn(page, '产品')
  const storageState = await entrance.storageState()
  await entrance.close()
  return {
    url: `${product.origin}/editor/${id}`,
    browser,
    aWindow: () => browser.newContext({ ...SIZE, storageState }),
    frame: 'iframe[data-testid="canvas-frame"]',
    block: '[data-block]',
    text: '[data-widget="text"]',
    card: '[data-testid="palette-text"]',
    field: '[aria-label="属性"] [data-field="text"] textarea',
  }
}
