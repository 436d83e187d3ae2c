import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { forgetOldBuilds } from './build-phone.mjs'

it('keeps the files of the last twenty builds, for pages opened before, and no others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ziggurat-builds-'))
  const build = (n: number) => {
    const files = ['shared.js', `page-${n}.js`]
    for (const name of files) writeFileSync(join(folder, name), '')
    forgetOldBuilds(folder, `build-${n}`, files)
  }
  writeFileSync(join(folder, 'left-behind.js'), '')
  for (let n = 1; n <= 21; n++) build(n)
  // The same build again counts as the newest, not as another one.
  build(2)
  build(22)
  const kept = readdirSync(folder).filter((name) => name.startsWith('page-'))
  const expected = [2, ...Array.from({ length: 19 }, (_, i) => i + 4)].map((n) => `page-${n}.js`)
  expect(kept.sort()).toEqual(expected.sort())
  expect(readdirSync(folder)).toContain('shared.js')
  expect(readdirSync(folder)).not.toContain('left-behind.js')
})
