import { test as base, expect, type Page } from '@playwright/test'
import { type Product, startProduct } from './built-product'
import { type ProductDialect, productDatabase } from './product-database'

/** What the shop signs its members' tickets with. */
export const TICKET_SECRET = 'what the shop and the product share'

export interface ProductOptions {
  dialect: ProductDialect
}

interface Journey {
  /** Keeps a picture of the whole screen in test-results, named in the order of the journey. */
  picture: (page: Page, name: string) => Promise<void>
  /** Ends what a journey left open: pages count down and ask on for as long as they live. */
  tidyPhones: undefined
}

/**
 * A journey's test: `product` is the built product on a database of its own, shared by the
 * journeys that run one after another; its log is attached when one fails.
 */
export const test = base.extend<Journey, ProductOptions & { product: Product }>({
  dialect: ['sqlite', { option: true, scope: 'worker' }],
  product: [
    async ({ dialect }, use) => {
      const database = await productDatabase(dialect)
      const product = await startProduct({ env: { ...database.env, TICKET_SECRET } })
      await use(product)
      const code = await product.stop()
      await database.stop()
      expect(code, `a clean end\n${product.log()}`).toBe(0)
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ product }, use) => use(product.origin),
  tidyPhones: [
    async ({ browser }, use) => {
      await use(undefined)
      await Promise.all(browser.contexts().map((phone) => phone.close()))
    },
    { auto: true },
  ],
  picture: async ({ product }, use, testInfo) => {
    let taken = 0
    await use(async (page, name) => {
      taken += 1
      const file = `${String(taken).padStart(2, '0')}-${name}.png`
      await page.screenshot({ path: testInfo.outputPath(file), animations: 'disabled' })
    })
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach('server log', { body: product.log(), contentType: 'text/plain' })
    }
  },
})

export { expect }
