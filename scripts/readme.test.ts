import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const read = (name: string) => readFileSync(path.join(root, name), 'utf8')

test('the README names every environment variable, and none that is not read', () => {
  const schema = /const Env = z\.object\(\{([\s\S]*?)\n\}\)/.exec(read('src/lib/env.ts'))?.[1] ?? ''
  const variables = [...schema.matchAll(/^ {2}([A-Z_]+):/gm)].map((match) => match[1])
  const documented = [...read('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1])
  expect(variables).toContain('DATABASE_URL')
  expect(documented.sort()).toEqual(variables.sort())
})

test('every script the documents name exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = [...`${read('README.md')}${read('CONTRIBUTING.md')}`.matchAll(/npm run ([a-z:]+)/g)].map(
    (m) => m[1],
  )
  expect(named.filter((name) => !(name && name in scripts))).toEqual([])
})

test('CI runs exactly the test command', () => {
  expect(read('.ci/run').trim().split('\n').at(-1)).toBe('npm test')
})
