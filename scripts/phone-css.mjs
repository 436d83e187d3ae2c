/*
 * The phone's stylesheets: Tailwind utilities that views use, themes, and widgets' own CSS,
 * compiled to what the oldest served web-views read (Chrome 80, iOS 14) and checked to be so.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join, relative } from 'node:path'
import { transform } from 'lightningcss'
import { compile } from 'tailwindcss'
import { cssOffenders } from './phone-css-check.mjs'
import { mark, styleParts, withoutMarks } from './phone-style-parts.mjs'

const require = createRequire(import.meta.url)
const version = (major) => major << 16
const TARGETS = { chrome: version(80), safari: version(14), ios_saf: version(14) }

function filesBelow(folder, accepts) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && accepts(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Views and the phone's own screens: whatever may name a utility. */
function sourceFiles(root) {
  const isView = (name) => /\.tsx$/.test(name) && !/\.test\.tsx$|^tool-form[^.]*\.tsx$/.test(name)
  return [...filesBelow(join(root, 'widgets'), isView), ...filesBelow(join(root, 'src/phone'), isView)]
}

/** Every word that could be a class. Tailwind ignores the ones that are none. */
function candidatesIn(sources) {
  return [...new Set(sources.flatMap(({ text }) => text.split(/[\s"'`]+/)))].filter(
    (word) => word.length < 200,
  )
}

async function loadStylesheet(id, base) {
  const path = id.startsWith('.') ? join(base, id) : require.resolve(extname(id) ? id : `${id}/index.css`)
  return { path, base: dirname(path), content: readFileSync(path, 'utf8') }
}

/**
 * Takes the cascade's layers away, leaving the rules in the order of the layers, and makes the
 * initial values of Tailwind's own variables plain declarations: the web-views know neither
 * `@layer` nor `@property`. Then lowers what can be lowered.
 */
function lower(css, name) {
  const flatten = {
    Rule: {
      'layer-statement': () => [],
      'layer-block': (rule) => rule.value.rules,
      property: () => [],
      supports: (rule) => (setsTailwindVariables(rule.value.rules) ? rule.value.rules : undefined),
    },
  }
  const flat = transform({ filename: name, code: Buffer.from(writeOutSides(css)), visitor: flatten }).code
  // An old Safari drops the whole rule for one selector it does not know.
  const known = flat.toString().replace(/,\s*::backdrop(?=\s*\{)/g, '')
  return transform({
    filename: name,
    code: Buffer.from(known),
    minify: true,
    targets: TARGETS,
  }).code.toString()
}

const SIDES = {
  'padding-inline': ['padding-left', 'padding-right'],
  'padding-block': ['padding-top', 'padding-bottom'],
  'margin-inline': ['margin-left', 'margin-right'],
  'margin-block': ['margin-top', 'margin-bottom'],
  'inset-inline': ['left', 'right'],
  'inset-block': ['top', 'bottom'],
  inset: ['top', 'right', 'bottom', 'left'],
}

/**
 * Shorthands for two or four sides at once, one value for all, written out: with a variable in
 * the value nothing else lowers them. Pages are written from left to right.
 */
function writeOutSides(css) {
  return css.replace(
    /(^|[;{\s])((?:padding|margin|inset)-(?:inline|block)|inset)\s*:\s*([^;{}]+?)\s*(?=[;}])/g,
    (all, before, name, value) =>
      /\s/.test(value.replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, ''))
        ? all
        : before + SIDES[name].map((side) => `${side}: ${value}`).join('; '),
  )
}

function setsTailwindVariables(rules) {
  const declarations = rules.flatMap((rule) => rule.value?.declarations?.declarations ?? [])
  return (
    rules.every((rule) => rule.type === 'style') &&
    declarations.length > 0 &&
    declarations.every((d) => d.property === 'custom' && String(d.value?.name).startsWith('--tw-'))
  )
}

/** A stylesheet with the parts it imports from beside it in their places. */
function readStylesheet(path) {
  return readFileSync(path, 'utf8').replace(/^@import "\.\/([\w-]+\.css)";$/gm, (_, part) =>
    readFileSync(join(dirname(path), part), 'utf8'),
  )
}

/**
 * The stylesheets as text: `phone` with everything, its `parts` for pages, `screens` for the phone's own pages beside it,
 * and `canvas`, which the editor adds for its own marks. `widgets` are the folders whose own CSS is
 * in it. Throws naming each rule an old web-view cannot read and the files it comes from.
 */
export async function compilePhoneCss(root, widgets = readdirSync(join(root, 'widgets'))) {
  const own = widgets
    .map((type) => join(root, 'widgets', type, 'view.css'))
    .filter((path) => existsSync(path))
    .sort()
    .map((path) => ({ path, text: readStylesheet(path) }))
  const marked = own.map(({ path, text }) => `${mark(`w-${basename(dirname(path))}`)}\n${text}`)
  const sources = sourceFiles(root).map((path) => ({ path, text: readFileSync(path, 'utf8') }))

  const base = join(root, 'src/phone')
  const input = readFileSync(join(base, 'phone.css'), 'utf8')
  const content = [mark('widgets-begin'), ...marked, mark('widgets-end')].join('\n')
  const ownCss = { path: 'widgets', base, content }
  const tailwind = await compile(input, {
    base,
    loadStylesheet: async (id, from) => (id === 'widgets' ? ownCss : loadStylesheet(id, from)),
  })
  const whole = lower(tailwind.build(candidatesIn(sources)), 'phone.css')
  const phone = withoutMarks(whole)
  const [canvas, screens] = ['canvas.css', 'screens.css'].map((name) =>
    lower(readStylesheet(join(base, name)), name),
  )

  const offenders = cssOffenders([phone, canvas, screens].join('\n'))
  if (offenders.length > 0) {
    const lines = offenders.map(({ selector, reason, word }) => {
      const from = [...own, ...sources]
        .filter(({ text }) => word && text.includes(word))
        .map(({ path }) => relative(root, path))
      return `  ${selector}: ${reason}${from.length > 0 ? ` (${from.join(', ')})` : ''}`
    })
    throw new Error(`CSS that Chrome 80 or iOS 14 cannot read:\n${lines.join('\n')}`)
  }
  return { phone, parts: styleParts(whole), canvas, screens }
}
