/*
 * Bundles the phone's and the canvas's scripts with esbuild. Left alone, esbuild makes a chunk for
 * each set of entries that share a module: a dozen scripts of a few hundred bytes. Here everything
 * that the kit, Preact and the phone's own parts share lies in one chunk.
 */
import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { build } from 'esbuild'

/** The oldest web-views that are served: Chrome 80 and iOS 14. */
const TARGET = ['chrome80', 'safari14']
const REGISTRY = /widgets\/registry\.islands\.gen\.ts$/
const COMMON = 'zg:common'
const OWN = 'zg:own:'
const MAY_BE_COMMON = /^(widgets\/kit|schemas|src\/phone|node_modules\/preact)\//

function options(root, entries) {
  return {
    absWorkingDir: root,
    entryPoints: entries.map((name) => ({ in: `src/phone/${name}.tsx`, out: name })),
    outdir: join(root, 'public/h5'),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: TARGET,
    // Safari 14.0 reads it; a rare flaw makes esbuild think otherwise.
    supported: { destructuring: true },
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
  }
}

/** The registry of islands without static widgets, whose views no phone ever runs. */
function interactiveOnly(root, types) {
  return {
    name: 'interactive-only',
    setup({ onLoad }) {
      onLoad({ filter: REGISTRY }, () => ({
        contents: `export const islands = {${types.map((t) => `'${t}': () => import('./${t}/view')`).join()}}`,
        resolveDir: join(root, 'widgets'),
        loader: 'ts',
      }))
    },
  }
}

/**
 * Lets every entry reach the common modules, so that they all belong to one set: one chunk. And lets
 * each part of a widget reach all that its view needs at once, which then is one chunk as well: a
 * part comes after its view, so that costs nothing.
 */
function oneCommonChunk(root, sources, { common, own }, locale) {
  const listOf = (modules) => modules.map((path) => `import ${JSON.stringify(`./${path}`)}`).join('\n')
  return {
    name: 'one-common-chunk',
    setup({ onResolve, onLoad }) {
      const isEntry = new Set(sources)
      onResolve({ filter: /^zg:/ }, ({ path }) => ({ path, namespace: 'zg' }))
      onLoad({ filter: /.*/, namespace: 'zg' }, ({ path }) => ({
        contents: listOf(path === COMMON ? common : (own.get(path.slice(OWN.length)) ?? [])),
        resolveDir: root,
        loader: 'ts',
      }))
      onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
        const source = relative(root, path)
        if (!isEntry.has(source)) return undefined
        const type = /^widgets\/([^/]+)\//.exec(source)?.[1]
        const besides = own.has(type) ? [COMMON, OWN + type] : [COMMON]
        const imports = besides.map((name) => `\nimport '${name}'`).join('')
        return { contents: `${await sourceFor(path, locale)}${imports}`, loader: 'tsx' }
      })
    },
  }
}

const BOTH_LANGUAGES = "{ 'zh-CN': zh, en }"

/**
 * A source as a page in one language needs it. Words stand as `{ 'zh-CN': zh, en }`, made of two
 * constants, of which the other one is then unused. And what a phone fetches later is not imported:
 * `isPhone ? … : …` and `!isPhone && …` are decided, and the parts at hand, imported as `…Now`, are left out.
 */
async function sourceFor(path, locale) {
  const source = (await readFile(path, 'utf8'))
    .replace(/\bisPhone(?=\s*(?:\?|&&))/g, 'true')
    .replace(/^import \{ (?:\w+ as \w+Now(?:, )?)+ \} from .*$/gm, '')
  if (!source.includes(BOTH_LANGUAGES)) return source
  return source
    .replaceAll(BOTH_LANGUAGES, locale === 'en' ? '{ en }' : "{ 'zh-CN': zh }")
    .replace(/: ByLocale<\w+>/g, '')
}

/** Leaves out the words of every other language, and what a phone fetches only when it needs it. */
function forOnePage(root, locale) {
  return {
    name: 'for-one-page',
    setup({ onLoad }) {
      onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
        if (!/^(widgets|src\/phone)\//.test(relative(root, path))) return undefined
        return { contents: await sourceFor(path, locale), loader: path.endsWith('x') ? 'tsx' : 'ts' }
      })
    },
  }
}

/** The outputs that come with an entry at once: its own and all that it imports statically. */
function closureOf(outputs, source) {
  const closure = new Set()
  const add = (path) => {
    if (closure.has(path)) return
    closure.add(path)
    for (const { path: next, kind } of outputs[path].imports) if (kind === 'import-statement') add(next)
  }
  add(Object.keys(outputs).find((path) => outputs[path].entryPoint === source))
  return closure
}

/** Modules that more than one of the entries needs at once. What only comes later stays out. */
function sharedModules(outputs, sources) {
  const times = new Map()
  for (const source of sources) {
    for (const path of closureOf(outputs, source)) times.set(path, (times.get(path) ?? 0) + 1)
  }
  const shared = [...times].filter(([path, count]) => count > 1 && !outputs[path].entryPoint)
  const modules = shared.flatMap(([path]) => Object.keys(outputs[path].inputs))
  return [...new Set(modules)].filter((path) => MAY_BE_COMMON.test(path)).sort()
}

/** By widget, its view and the modules of its folder that this needs at once, if it has parts besides. */
function ownModules(outputs, types) {
  return new Map(
    types.flatMap((type) => {
      const folder = `widgets/${type}/`
      const chunks = [...closureOf(outputs, `${folder}view.tsx`)].filter((path) => !outputs[path].entryPoint)
      const modules = chunks.flatMap((path) => Object.keys(outputs[path].inputs))
      const ours = modules.filter((path) => path.startsWith(folder)).sort()
      return ours.length > 0 ? [[type, [`${folder}view.tsx`, ...ours]]] : []
    }),
  )
}

/** The languages that pages are published in. */
export const LOCALES = ['zh-CN', 'en']

/**
 * The scripts of published pages and of 我的奖励 in one language. `interactive` are the widgets
 * that need one.
 */
export async function bundlePhone(root, interactive, locale) {
  const alone = [interactiveOnly(root, interactive), forOnePage(root, locale)]
  const plain = { ...options(root, ['phone', 'rewards', 'bindings']), plugins: alone }
  const { outputs } = (await build(plain)).metafile
  const sources = Object.values(outputs).flatMap(({ entryPoint }) => entryPoint ?? [])
  const first = ['src/phone/phone.tsx', ...interactive.map((type) => `widgets/${type}/view.tsx`)]
  const shared = { common: sharedModules(outputs, first), own: ownModules(outputs, interactive) }
  const plugins = [oneCommonChunk(root, sources, shared, locale), ...alone]
  return build({ ...plain, plugins })
}

/** The canvas: one script with every view, apart from the phone's so that it splits nothing there. */
export function bundleCanvas(root, facts) {
  const plain = options(root, ['canvas'])
  return build({ ...plain, define: { ...plain.define, WIDGET_FACTS: JSON.stringify(facts) } })
}

/** What the build must know of each widget, read from its definition: `{[type]: {version, isStatic}}`. */
export async function readWidgetFacts(root) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: `import { definitions } from './widgets/registry.definitions.gen'
        export default Object.fromEntries(
          Object.entries(definitions).map(([type, { version, isStatic, usesTool }]) => [
            type, { version, isStatic, usesTool },
          ]),
        )`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'error',
  })
  const module = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  return (await import(module)).default
}
