import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const read = (name: string) => readFileSync(path.join(root, name), 'utf8')

const READMES = ['README.md', 'README.zh-CN.md']
const DOCUMENTS = [...READMES, 'CONTRIBUTING.md', 'widgets/README.md']

/** What a document shows or leads to in this repository, as paths from its root. */
function linkedFiles(document: string): string[] {
  const links = [...read(document).matchAll(/\]\(([^)\s]+)\)|\b(?:src|href)="([^"]+)"/g)]
  return links
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((link) => !/^(https?:|#)/.test(link))
    .map((link) => path.join(path.dirname(document), link.split('#')[0] ?? ''))
}

/** The first cells of a document's tables that are one word of code. */
const codeCells = (document: string, word: string) =>
  [...read(document).matchAll(new RegExp(`^\\| \`(${word})\` \\|`, 'gm'))].map((match) => match[1])

describe.each(READMES)('%s', (readme) => {
  test('names every environment variable, and none that is not read', () => {
    const schema = /const Variables = z\.object\(\{([\s\S]*?)\n\}\)/.exec(read('src/lib/env.ts'))?.[1] ?? ''
    const variables = [...schema.matchAll(/^ {2}([A-Z_]+):/gm)].map((match) => match[1])
    expect(variables).toContain('DATABASE_URL')
    expect(codeCells(readme, '[A-Z_]+').sort()).toEqual(variables.sort())
  })

  test('names every widget, and every theme', () => {
    const widgets = read('widgets/registry.views.gen.ts').matchAll(
      /View as .+ from '\.\/([a-z0-9-]+)\/view'/g,
    )
    const themes = read('src/phone/themes.css').matchAll(/\[data-theme="([a-z0-9-]+)"\]/g)
    const names = [...widgets, ...themes].map((match) => match[1])
    expect(names).toEqual(expect.arrayContaining(['red-packet', 'member-day']))
    expect(names.filter((name) => !read(readme).includes(`\`${name}\``))).toEqual([])
  })

  test('shows every picture that was taken for it', () => {
    const pictures = linkedFiles(readme).filter((file) => file.endsWith('.webp'))
    expect(new Set(pictures)).toEqual(
      new Set(linkedFiles('README.md').filter((file) => file.endsWith('.webp'))),
    )
    expect(pictures.length).toBeGreaterThan(10)
  })

  test('leads to the other one, and to how a widget is made', () => {
    expect(linkedFiles(readme)).toEqual(
      expect.arrayContaining([...READMES.filter((other) => other !== readme), 'widgets/README.md']),
    )
  })
})

test.each(DOCUMENTS)('everything that %s shows or leads to exists', (document) => {
  expect(linkedFiles(document).filter((file) => !existsSync(path.join(root, file)))).toEqual([])
})

test.each(DOCUMENTS)('every script that %s names exists', (document) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = [...read(document).matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1])
  expect(named.filter((name) => !(name && name in scripts))).toEqual([])
})

test('CI runs exactly the test command', () => {
  expect(read('.ci/run').trim().split('\n').at(-1)).toBe('npm test')
})
