#!/usr/bin/env node
/*
 * `npm run new:widget <name>`: one new folder below widgets/ that passes the contract test as it
 * is, to be filled with what the widget really does. Plain Node.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { generateRegistries } from './generate-registries.mjs'

const root = resolve(import.meta.dirname, '..')

/** Why the name cannot be used, or undefined. */
function problemWith(type) {
  if (!type) return 'say what it is called: npm run new:widget <name>'
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(type) || type.length > 40) {
    return `"${type}" cannot be a widget's name: use at most 40 small letters, digits and single hyphens, such as scratch-card`
  }
  if (type === 'kit' || existsSync(join(root, 'widgets', type))) return `widgets/${type} is already there`
  return undefined
}

function filesOf(type) {
  const words = type.replaceAll('-', ' ')
  const name = words.charAt(0).toUpperCase() + words.slice(1)
  const Name = type.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())
  return {
    'definition.ts': `import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { field } from '../kit/fields'

const props = z.strictObject({
  text: field.text({ max: 60 }),
  tone: field.select(['plain', 'bright'], { group: 'look' }),
})

export type ${Name}Props = z.infer<typeof props>

export const definition = defineWidget({
  type: '${type}',
  version: 1,
  props,
  defaults: { text: '在这里输入文字', tone: 'plain' },
  lint: ({ text }) => (text.trim() === '' ? [{ level: 'warning', code: 'empty_text' }] : []),
})
`,
    'view.tsx': `/** @jsxImportSource preact */
import type { ViewProps } from '../kit/view'
import type { ${Name}Props } from './definition'

const TONES = {
  plain: 'bg-surface text-text',
  bright: 'bg-brand text-on-brand',
} as const

/** Drawn by the server, on the phone and in the editor: it must not touch window or import zod. */
export function View({ props }: ViewProps<${Name}Props>) {
  return (
    <div class="p-[8px_var(--zg-gutter,12px)]">
      <p class={\`rounded-card p-[12px_16px] text-[15px] leading-[24px] break-words \${TONES[props.tone]}\`}>
        {props.text}
      </p>
    </div>
  )
}
`,
    'messages.ts': `import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '新组件',
    description: '写一句话，告诉运营它用来做什么',
    fields: { text: '文字', tone: '色调' },
    groups: { look: '外观' },
    options: { tone: { plain: '素净', bright: '醒目' } },
    findings: { empty_text: '还没有填写文字，发布后这里是空白' },
  },
  en: {
    name: '${name}',
    description: 'Say in one sentence what it is for',
    fields: { text: 'Text', tone: 'Tone' },
    groups: { look: 'Appearance' },
    options: { tone: { plain: 'Plain', bright: 'Bright' } },
    findings: { empty_text: 'No text yet: this place will be blank' },
  },
}
`,
    'fixtures.ts': `import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [{ version: 1, props: { text: '双11 全场五折起', tone: 'bright' } }],
}
`,
    [`${type}.test.ts`]: `import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import { definition } from './definition'
import { View } from './view'

describe('the ${type} widget', () => {
  it('shows its text in its tone', () => {
    const html = renderView(View, { text: '全场五折起', tone: 'bright' })
    expect(html).toContain('全场五折起')
    expect(html).toContain('bg-brand')
  })

  it('warns about text that is only white space', () => {
    const find = (text: string) => definition.lint({ ...definition.defaults, text }, {} as never)
    expect(find(' ')).toEqual([{ level: 'warning', code: 'empty_text' }])
    expect(find('有字')).toEqual([])
  })
})
`,
  }
}

const type = process.argv[2]
const problem = problemWith(type)
if (problem) {
  console.error(problem)
  process.exitCode = 1
} else {
  const folder = join(root, 'widgets', type)
  mkdirSync(folder)
  for (const [file, content] of Object.entries(filesOf(type))) writeFileSync(join(folder, file), content)
  generateRegistries(root)
  console.log(
    `widgets/${type} is ready. Start with definition.ts; it stands in the editor's palette already.`,
  )
}
