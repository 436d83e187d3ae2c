import { createElement } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { later } from './later'
import { aHost } from './testing/render'
import { ViewHostContext } from './view'

const Words = ({ of }: { of: string }) => createElement('p', {}, of)

function drawn(Part: ReturnType<typeof later<{ of: string }>>): string {
  const part = createElement(Part, { of: 'rules' })
  return renderToString(createElement(ViewHostContext.Provider, { value: aHost() }, part))
}

it('draws at once what is at hand', () => {
  expect(drawn(later({ now: Words }))).toBe('<div class="zg-later"><p>rules</p></div>')
})

it('leaves its place to what the server drew', () => {
  expect(drawn(later({ load: () => Promise.resolve(Words) }))).toBe('<div class="zg-later"></div>')
})

it('fetches once, and again only after it failed', async () => {
  let tries = 0
  const Part = later({
    load: () => (++tries === 1 ? Promise.reject(new Error('no network')) : Promise.resolve(Words)),
  })
  await expect(Promise.all([Part.fetch(), Part.fetch()])).rejects.toThrow('no network')
  await Promise.all([Part.fetch(), Part.fetch()])
  expect(tries).toBe(2)
})
