import { expect, it } from 'vitest'
import { stepsOf } from './readme-steps.mjs'

it('reads the files and commands of a page in their order', () => {
  const page =
    '# A\n\n```sh\nnpm one\nnpm two\n```\n\ntext\n\n```ts widgets/a/b.ts\nconst a = `x`\n```\n\n```\njust shown\n```\n'
  expect(stepsOf(page)).toEqual([
    { kind: 'command', command: 'npm one' },
    { kind: 'command', command: 'npm two' },
    { kind: 'file', file: 'widgets/a/b.ts', content: 'const a = `x`\n' },
  ])
})

it('refuses a page without steps', () => {
  expect(() => stepsOf('# A\n')).toThrow('nothing')
})
