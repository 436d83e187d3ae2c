import { expect, it } from 'vitest'
import { maskedName } from './masked-name'

it.each([
  ['小满', '小*'],
  ['阿', '阿*'],
  ['  Peach', 'P*'],
  ['👨‍👩‍👧 一家', '👨‍👩‍👧*'],
  ['', '*'],
])('%j is shown to others as %j', (nickname, masked) => {
  expect(maskedName(nickname)).toBe(masked)
})
