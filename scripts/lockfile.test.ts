import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { missingPackages } from './complete-lockfile.mjs'

const lock = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../package-lock.json'), 'utf8'))

test('the lockfile holds the packages of every platform: if not, npm run lockfile', () => {
  expect(Object.keys(missingPackages(lock))).toEqual([])
})

test('a package of another platform is found missing, with what it runs on', () => {
  const holder = {
    version: '1.0.0',
    optionalDependencies: { '@x/core-linux-x64-musl': '1.0.0', '@x/there': '1.0.0' },
  }
  const packages = {
    '': { optionalDependencies: { own: '1' } },
    'node_modules/x': holder,
    'node_modules/@x/there': {},
  }
  expect(missingPackages({ packages })).toEqual({
    'node_modules/@x/core-linux-x64-musl': {
      version: '1.0.0',
      cpu: ['x64'],
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
  })
})
