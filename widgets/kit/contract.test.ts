import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { options } from 'preact'
import { describe, expect, it } from 'vitest'
import { consoleMessages, definitions } from '../registry.definitions.gen'
import { tools } from '../registry.tools.gen'
import { views } from '../registry.views.gen'
import type { AnyWidgetDefinition } from './definition'
import { describeFields } from './describe-fields'
import type { ConsoleMessages, Locale } from './messages'
import { loadFixtures, migrateSample } from './testing/fixtures'
import { withHostileValues, withHostileWords } from './testing/hostile'
import { importedNames, importsOf } from './testing/imports'
import { unlabelled } from './testing/labels'
import { aHost, renderView } from './testing/render'
import type { ToolSnapshot, ViewHost, WidgetView } from './view'

/*
 * What every widget promises, whoever wrote it. It loops over the registries: a new widget is
 * held to it by being there.
 */

const LOCALES: Locale[] = ['zh-CN', 'en']
const WIDGETS = resolve(import.meta.dirname, '..')

describe.each(Object.keys(definitions))('the widget %s', async (type) => {
  const definition = definitions[type] as AnyWidgetDefinition
  const View = views[type] as WidgetView<unknown>
  const messages = consoleMessages[type] as Record<Locale, ConsoleMessages>
  const fixtures = await loadFixtures(type)
  const fields = describeFields(definition.props)
  /** Props to draw with: the defaults and what every version stored. */
  const samples = [
    definition.defaults,
    ...fixtures.versions.map((stored) => migrateSample(definition, stored)),
  ]
  const states: (ToolSnapshot<unknown> | undefined)[] = [undefined, ...Object.values(fixtures.states ?? {})]

  describe('its definition', () => {
    it('is called like its folder', () => {
      expect(definition.type).toBe(type)
      expect(type).toMatch(/^[a-z][a-z0-9-]{0,62}$/)
    })

    it('has defaults that satisfy its props', () => {
      expect(definition.props.parse(definition.defaults)).toEqual(definition.defaults)
    })

    it('migrates step by step from version 1 to the current one', () => {
      const steps = definition.migrations.map(({ to }) => to)
      expect(steps).toEqual(Array.from({ length: definition.version - 1 }, (_, i) => i + 2))
      for (const { name } of definition.migrations) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    })

    it('brings a sample of every version to props that are valid now', () => {
      const versions = fixtures.versions.map(({ version }) => version)
      expect([...new Set(versions)].sort()).toEqual(
        Array.from({ length: definition.version }, (_, i) => i + 1),
      )
      for (const stored of fixtures.versions) definition.props.parse(migrateSample(definition, stored))
    })

    it('shows the text that is written on the canvas whole, in an element of its own', () => {
      const { inlineText, defaults } = definition
      if (inlineText === undefined) return
      const text = 'Written here'
      expect(fields.find(({ name }) => name === inlineText)?.field.kind).toBe('text')
      const props = definition.props.parse({ ...defaults, [inlineText]: text })
      const htmls = states.map((tool) =>
        renderView(View, props, { host: { isEditing: true }, ...(tool && { tool }) }),
      )
      expect(htmls.some((html) => html.includes(`>${text}<`))).toBe(true)
    })

    it('crosses prices out by a switch', () => {
      const { crossedOutBy } = definition
      if (crossedOutBy === undefined) return
      expect(fields.find(({ name }) => name === crossedOutBy)?.field.kind).toBe('switch')
    })

    it('is resized by a number of px', () => {
      const { resize } = definition
      if (!resize) return
      expect(fields.find(({ name }) => name === resize.prop)?.field).toMatchObject({
        kind: 'number',
        unit: 'px',
      })
    })

    it('plays a tool exactly when it says so', () => {
      expect(type in tools).toBe(definition.usesTool)
      expect(fixtures.states !== undefined).toBe(definition.usesTool)
    })
  })

  describe.each(LOCALES)('its words in %s', (locale) => {
    const words = messages[locale]

    it('name it, and say what it is for', () => {
      expect(words.name).not.toBe('')
      expect(words.description).not.toBe('')
    })

    it('label every field, group and option', () => {
      expect(unlabelled(fields, words)).toEqual([])
    })

    it('name every event, and every action that others may ask for', () => {
      expect(Object.keys(words.events ?? {})).toEqual(Object.keys(definition.events))
      expect(Object.keys(words.actions ?? {})).toEqual(Object.keys(definition.actions))
      const inputs = Object.values(definition.actions).flatMap((input) => Object.keys(input.shape))
      expect(Object.keys(words.actionInputs ?? {})).toEqual([...new Set(inputs)])
    })

    it('name every slot', () => {
      for (const props of samples) {
        for (const slot of Object.keys(definition.slots(props)))
          expect(words.slots?.[slot], slot).toBeTruthy()
      }
    })

    it('explain what is found in its samples', () => {
      for (const props of samples) {
        for (const { code } of definition.lint(props, aBlock(definition, props))) {
          expect(words.findings?.[code], code).toBeTruthy()
        }
      }
    })

    it('name every state that can be previewed', () => {
      expect(Object.keys(words.states ?? {}).sort()).toEqual(Object.keys(fixtures.states ?? {}).sort())
    })

    it('say the same things as the other language', () => {
      const keys = (value: unknown): unknown =>
        value && typeof value === 'object'
          ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, keys(inner)]))
          : typeof value
      for (const other of LOCALES) expect(keys(messages[other])).toEqual(keys(words))
    })
  })

  describe('its view', () => {
    it.each(LOCALES)('draws every sample in every state in %s', (locale) => {
      for (const props of samples) {
        for (const tool of states) {
          for (const isEditing of [false, true]) {
            expect(() => renderView(View, props, { tool, host: { locale, isEditing } })).not.toThrow()
          }
        }
      }
    })

    it('writes the same HTML whenever the server draws it', () => {
      for (const props of samples) {
        for (const tool of states) {
          const at = (now: number) => renderView(View, props, { tool, host: { now: () => now } })
          expect(at(0)).toBe(at(Date.parse('2099-01-01T00:00:00.000Z')))
        }
      }
    })

    it('shows markup as text and follows no unsafe address', () => {
      for (const sample of samples) {
        for (const tool of states) {
          const hostileTool = tool && { ...tool, state: withHostileWords(tool.state) }
          const html = renderView(View, withHostileValues(sample, fields), { tool: hostileTool })
          expect(html).not.toContain('<script')
          expect(html).not.toContain('javascript:')
        }
      }
    })

    it('is run by Preact and loads neither zod nor React', () => {
      const view = join(WIDGETS, type, 'view.tsx')
      expect(readFileSync(view, 'utf8')).toMatch(/^\/\*\* @jsxImportSource preact \*\//)
      for (const { file, from } of importsOf(view)) {
        expect(from, `in ${file}`).not.toMatch(/^(zod|react|react-dom|antd|@ant-design)(\/|$)/)
      }
    })
  })

  it('stands on the kit and the schemas alone', () => {
    for (const file of readdirSync(join(WIDGETS, type))) {
      if (!/\.tsx?$/.test(file) || /\.test\.tsx?$/.test(file)) continue
      for (const from of importedNames(readFileSync(join(WIDGETS, type, file), 'utf8'), true)) {
        if (!from.startsWith('.') && !from.startsWith('@/')) continue
        const allowed =
          file.startsWith('tool-form') && file.endsWith('.tsx')
            ? /^(\.\/|\.\.\/kit\/|\.\.\/\.\.\/schemas\/|@\/components\/)/
            : /^(\.\/|\.\.\/kit\/|\.\.\/\.\.\/schemas\/)/
        expect(from, `in ${file}`).toMatch(allowed)
      }
    }
  })
})

describe.each(Object.keys(definitions).filter((type) => definitions[type]?.isStatic))(
  'the static widget %s',
  async (type) => {
    const definition = definitions[type] as AnyWidgetDefinition
    const { versions, states } = await loadFixtures(type)
    /** What a tool says is in the HTML: the one thing a static view may read, and it stays as it is. */
    const tools = states ? Object.values(states) : [undefined]

    it('needs nothing that only a script could give', () => {
      for (const props of [
        definition.defaults,
        ...versions.map((stored) => migrateSample(definition, stored)),
      ]) {
        for (const tool of tools) {
          const host = aHostWithoutScript(tool)
          const draw = () => renderView(views[type] as WidgetView<unknown>, props, { host })
          expect(draw).not.toThrow()
          expect(handlersIn(draw)).toEqual([])
        }
      }
    })

    it('keeps no state and waits for nothing', () => {
      const own = importsOf(join(WIDGETS, type, 'view.tsx')).filter(
        ({ file }) => dirname(file) === join(WIDGETS, type),
      )
      for (const { file, from } of own) {
        expect(from, `in ${file}`).not.toBe('preact/hooks')
        if (from !== '../kit/view-hooks') continue
        // Effects do not run on the server, so that such a hook is used shows only here.
        const moving = definition.usesTool ? /use(?:Now|Action)\b/ : /use(?:Now|Action|ToolState)\b/
        expect(readFileSync(file, 'utf8')).not.toMatch(moving)
      }
    })
  },
)

function aBlock(definition: AnyWidgetDefinition, props: unknown) {
  return { id: 'block-1', type: definition.type, version: definition.version, props } as never
}

/** Knows the page's language and nothing that moves: every call is one too many. */
function aHostWithoutScript(tool: ToolSnapshot<unknown> | undefined): ViewHost {
  const refuse = (name: string) => () => {
    throw new Error(`a static view called ${name}`)
  }
  return aHost({
    now: refuse('now'),
    onTick: refuse('onTick'),
    readTool: tool ? () => tool : refuse('readTool'),
    onToolChange: refuse('onToolChange'),
    perform: refuse('perform'),
    navigate: refuse('navigate'),
    login: refuse('login'),
  })
}

/** What a tap would call, were there a script: the handlers on every element that is drawn. */
function handlersIn(draw: () => void): string[] {
  const found: string[] = []
  const before = options.vnode
  options.vnode = ({ type, props }) => {
    if (typeof type !== 'string') return
    for (const [name, value] of Object.entries(props)) {
      if (typeof value === 'function' && name.startsWith('on')) found.push(`${type} ${name}`)
    }
  }
  try {
    draw()
  } finally {
    options.vnode = before
  }
  return found
}
