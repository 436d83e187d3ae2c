import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assetRoutes } from './assets'

const HASH = '0f343b0931126a20f133d67c2b018a3b5e2a4c8e6d3b1f0a9c8d7e6f5a4b3c2d'
let dataDir: string
const get = (path: string, accept = '*/*') => assetRoutes({ dataDir }).request(path, { headers: { accept } })

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'ziggurat-assets-'))
  mkdirSync(join(dataDir, 'uploads'))
  for (const name of ['jpg', '375.webp', '375.jpg', '750.avif', '750.webp', '750.jpg', 'svg'])
    writeFileSync(join(dataDir, 'uploads', `${HASH}.${name}`), name)
  writeFileSync(join(dataDir, 'secret.jpg'), 'secret')
})
afterAll(() => rmSync(dataDir, { recursive: true }))

test.each([
  ['a phone that knows AVIF', 'image/avif,image/webp,*/*', 750, 'image/avif'],
  ['the same before AVIF was made', 'image/avif,image/webp,*/*', 375, 'image/webp'],
  ['a phone that knows WebP', 'image/webp,*/*', 750, 'image/webp'],
  ['an old phone', 'image/png,image/*;q=0.8,*/*;q=0.5', 750, 'image/jpeg'],
  ['a width of which there is no variant', 'image/webp,*/*', 640, 'image/jpeg'],
])('%s is sent what it can show, and caches keep the two apart', async (_, accept, width, type) => {
  const response = await get(`/u/${HASH}/${width}`, accept)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe(type)
  expect(response.headers.get('vary')).toBe('accept')
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test.each([`/u/${HASH}.jpg`, `/u/${HASH}-800x400.jpg`])(
  '%s is the picture as it was uploaded',
  async (path) => {
    const response = await get(path)
    expect(await response.text()).toBe('jpg')
    expect(response.headers.get('vary')).toBeNull()
  },
)

test('a drawing can neither run nor load anything, also when it is opened by itself', async () => {
  const { headers } = await get(`/u/${HASH}-40x20.svg`)
  expect(headers.get('content-type')).toBe('image/svg+xml')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  const policy = headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('sandbox')
  expect(policy).not.toContain('allow-scripts')
})

test.each([
  `/u/${HASH}.exe`,
  `/u/${HASH}.375.webp`,
  `/u/${'0'.repeat(64)}/375`,
  `/u/${'0'.repeat(64)}.jpg`,
  `/u/${HASH}/..%2f..%2fsecret.jpg`,
  '/u/..%2fsecret.jpg',
  '/u/../secret.jpg',
])('%s is not there', async (path) => {
  expect((await get(path)).status).toBe(404)
})
