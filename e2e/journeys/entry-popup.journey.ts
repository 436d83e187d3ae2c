import { aPhone } from '../support/phone'
import { expect, test } from '../support/product-test'
import { staffApi } from '../support/staff-api'

const SLUG = 'journey-entry-popup'

/** A page with a popup that opens by itself once a day, and a text below it. */
async function publish(origin: string): Promise<void> {
  const staff = await staffApi(origin, 'admin@ziggurat.demo', 'ziggurat-demo')
  const text = (id: string, words: string) => ({
    id,
    type: 'text',
    version: 1,
    props: { text: words, look: 'body', align: 'left' },
  })
  const opening = { opens: 'entry', frequency: 'daily', delaySeconds: 1 }
  const blocks = {
    pop: {
      id: 'pop',
      type: 'popup',
      version: 2,
      props: { title: '开场有礼', look: 'dialog', hasTitle: true, ...opening },
      slots: { content: ['gift'] },
    },
    gift: text('gift', '进会场先领一张券'),
    page: text('page', '会场正文'),
  }
  const { id } = await staff.mutate<{ id: string }>('pages.create', { title: SLUG, slug: SLUG })
  const { definition } = await staff.query<{ definition: object }>('pages.get', { id })
  const next = { ...definition, root: ['pop', 'page'], blocks }
  await staff.mutate('pages.save', { id, revision: 1, definition: next })
  await staff.mutate('pages.publish', { id, revision: 2 })
}

test('a popup opens by itself once a day, and never over what somebody came for', async ({
  browser,
  product,
  picture,
}) => {
  await publish(product.origin)
  const phone = await aPhone(browser, product.origin)
  const page = await phone.newPage()
  const popup = page.getByRole('dialog', { name: '开场有礼' })

  // Its own clock is set on, so that nothing that would still open is missed.
  await page.clock.install()
  const visit = async (address: string) => {
    await page.goto('about:blank')
    await page.goto(address)
    await expect(page.getByText('会场正文')).toBeVisible()
    await page.clock.runFor(3_000)
  }
  await visit(`/p/${SLUG}#page`)
  await expect(popup).toBeHidden()

  await visit(`/p/${SLUG}`)
  await expect(popup).toBeVisible()
  await picture(page, 'open')
  await popup.getByRole('link', { name: '关闭' }).last().tap()
  await expect(popup).toBeHidden()

  await visit(`/p/${SLUG}`)
  await expect(popup).toBeHidden()
  await phone.close()
})
