import type { Page } from '@playwright/test'
import type { Block } from '../../schemas/page'
import { aBlock, aPageDefinition } from '../../src/testing/builders/page-definition'
import { canvasOf } from './editor'
import { expect } from './product-test'
import { staffApi } from './staff-api'

const PASSWORD = 'ziggurat-demo'

/** A text block that says what it is called. */
export const aText = (id: string, over: object = {}): Block =>
  aBlock(id, 'text', { props: { text: id, look: 'body', align: 'left' }, ...over })

/** A page of these blocks, saved by the operators over HTTP; those of `root` stand on the page itself. */
export async function makePage(
  origin: string,
  o: { title: string; slug: string; blocks: Block[]; root?: string[] },
): Promise<string> {
  const staff = await staffApi(origin, 'operator@ziggurat.demo', PASSWORD)
  const { id } = await staff.mutate<{ id: string }>('pages.create', { title: o.title, slug: o.slug })
  const definition = { ...aPageDefinition(o.blocks, o.root), title: o.title }
  await staff.mutate('pages.save', { id, revision: 1, definition })
  return id
}

/** A page as the server has it. */
export async function savedPage(origin: string, id: string) {
  const staff = await staffApi(origin, 'operator@ziggurat.demo', PASSWORD)
  const { definition } = await staff.query<{ definition: ReturnType<typeof aPageDefinition> }>('pages.get', {
    id,
  })
  return definition
}

/** Opens a page in the editor, for somebody who is signed in. */
export async function openEditor(page: Page, id: string): Promise<void> {
  await page.goto(`/editor/${id}`)
  await expect(canvasOf(page).locator('[data-block]').first()).toBeVisible()
}

/** The blocks on the page itself, in order, by their ids. */
export function orderOf(page: Page): Promise<(string | undefined)[]> {
  return canvasOf(page)
    .locator('.zg-page > [data-block]')
    .evaluateAll((blocks) => blocks.map((block) => (block as HTMLElement).dataset.block))
}

/** What the status line says of the server. */
export const isSaved = (page: Page) =>
  expect(page.getByTestId('save-status')).toHaveAttribute('data-state', 'saved')
