import { createElement } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { later } from './later'

const Words = ({ of }: { of: string }) => createElement('p', {}, of)

it('draws at once what is at hand', () => {
  const Part = later({ now: Words })
  expect(renderToString(createElement(Part, { of: 'rules' }))).toBe(
    '<div class="zg-later"><p>rules</p></div>',
  )
})

it('leaves its place to what the server drew until it has come', async () => {
  const Part = later({ load: () => Promise.resolve(Words) })
  expect(renderToString(createElement(Part, { of: 'rules' }))).toBe('<div class="zg-later"></div>')
  await Part.fetch()
  expect(renderToString(createElement(Part, { of: 'rules' }))).toContain('<p>rules</p>')
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
