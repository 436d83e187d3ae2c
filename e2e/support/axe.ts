import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { atRest } from './at-rest'
import { expect } from './product-test'

const AXE = createRequire(import.meta.url).resolve('axe-core')
/** What stops somebody from using a screen; the rest is advice. */
const GRAVE = ['serious', 'critical']

/**
 * Fails when axe finds something serious or critical on the screen as it is now, or in the part of
 * it that a selector names.
 */
export async function expectAccessible(page: Page, state: string, within?: string): Promise<void> {
  await atRest(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: AXE })
  const found = await page.evaluate(async (part) => {
    const { axe } = window as unknown as { axe: { run: (where: object) => Promise<AxeResults> } }
    // The canvas is the page of members: what it shows is theirs, and looked at there.
    const { violations } = await axe.run({ exclude: ['iframe'], ...(part && { include: [part] }) })
    return violations.map(({ id, impact, nodes }) => ({
      id,
      impact: impact ?? '',
      where: nodes.slice(0, 5).map(({ html }) => html.slice(0, 200)),
    }))
  }, within)
  const grave = found.filter(({ impact }) => GRAVE.includes(impact))
  expect(grave, `what axe finds: ${state}`).toEqual([])
}
