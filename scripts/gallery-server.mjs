/*
 * Serves one page for each state of the widgets it is given, bundled for that alone: a widget that
 * somebody is in the middle of writing does not keep the others from being looked at.
 */
import { createServer } from 'node:http'
import { build } from 'esbuild'
import { compilePhoneCss } from './phone-css.mjs'

const HTML = 'text/html; charset=utf-8'

async function bundle(root, contents, platform) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform,
    // Node's own files, for what reads the phone's build; nothing here calls it.
    external: platform === 'browser' ? [] : ['node:*'],
    target: platform === 'browser' ? ['chrome80'] : ['node20'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    write: false,
    logLevel: 'error',
  })
  return outputFiles[0].text
}

/** The server's side of all the widgets: `{ pageOf, specimensOf, ThemeName, widgets }`. */
async function loadServerSide(root, types) {
  const lines = types.map(
    (type, i) => `import { definition as d${i} } from './widgets/${type}/definition'
      import { fixtures as f${i} } from './widgets/${type}/fixtures'
      import { View as v${i} } from './widgets/${type}/view'`,
  )
  const entries = types.map((type, i) => `'${type}': { definition: d${i}, fixtures: f${i}, View: v${i} }`)
  const text = await bundle(
    root,
    `${lines.join('\n')}
      export * from './e2e/gallery/server'
      export const widgets = { ${entries.join()} }`,
    'node',
  )
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)
}

function scriptOf(root, type) {
  return bundle(
    root,
    `import { enliven } from './e2e/gallery/browser'
      import { fixtures } from './widgets/${type}/fixtures'
      import { View } from './widgets/${type}/view'
      enliven(View, fixtures)`,
    'browser',
  )
}

/** Stands for every picture: a soft one of our own, in whatever shape is asked for. */
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" preserveAspectRatio="xMidYMid slice">
<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#fce3d4"/><stop offset="1" stop-color="#e9b7c6"/></linearGradient></defs>
<path fill="url(#g)" d="M0 0h400v400H0z"/><circle cx="285" cy="120" r="52" fill="#fff6e4"/>
<path fill="#c98aa0" d="M0 300l110-110 90 90 70-60 130 120v60H0z"/><path fill="#a8667f" d="M0 340l150-80 120 90 130-60v110H0z"/></svg>`

/** A page of links to every state, for looking around by hand. */
function indexOf(side) {
  const rows = Object.entries(side.widgets).map(([type, widget]) => {
    const links = side
      .specimensOf(widget.definition, widget.fixtures)
      .map(({ name }) => `<a href="/${type}/${name}">${name}</a>`)
    return `<h2>${type}</h2><p>${links.join(' · ')}</p>`
  })
  return `<!doctype html><meta charset="utf-8"><title>Gallery</title><style>body{font:15px/1.9 sans-serif;max-width:800px;margin:24px auto}</style><p>?theme=${side.ThemeName.options.join(' | ')} &amp; locale=en &amp; editing=1</p>${rows.join('')}`
}

function pageFor(side, css, url) {
  const [type, name] = url.pathname.slice(1).split('/')
  const widget = Object.hasOwn(side.widgets, type) ? side.widgets[type] : undefined
  if (!widget) return undefined
  const over = JSON.parse(url.searchParams.get('props') ?? '{}')
  const specimen = side.specimensOf(widget.definition, widget.fixtures, over).find((s) => s.name === name)
  if (!specimen) return undefined
  return side.pageOf(widget, specimen, {
    theme: url.searchParams.get('theme') ?? 'double-11',
    locale: url.searchParams.get('locale') ?? 'zh-CN',
    isEditing: url.searchParams.has('editing'),
    css,
    scriptUrl: `/script/${type}.js`,
  })
}

/** What there is to photograph, with the address and the file name of each. */
function shotsOf(side, types, values) {
  const themes = values.theme === 'all' ? side.ThemeName.options : values.theme.split(',')
  const strange = themes.find((theme) => !side.ThemeName.options.includes(theme))
  if (strange)
    throw new Error(`there is no theme "${strange}"; there are ${side.ThemeName.options.join(', ')}`)
  const widths = values.width.split(',').map(Number)
  const over = JSON.parse(values.props)
  const marks = [
    values.locale === 'zh-CN' ? '' : values.locale,
    values.reduced ? 'reduced' : '',
    values['no-script'] ? 'no-script' : '',
    values['no-images'] ? 'no-images' : '',
    values.editing ? 'editing' : '',
    values.props === '{}'
      ? ''
      : Object.values(over)
          .join('-')
          .replace(/[^\w-]+/g, '_')
          .slice(0, 40),
  ].filter(Boolean)
  const shots = []
  for (const type of types) {
    const { definition, fixtures } = side.widgets[type]
    for (const { name, sample } of side.specimensOf(definition, fixtures, over)) {
      if (values.state && name !== values.state) continue
      for (const theme of themes) {
        const query = new URLSearchParams({ theme, locale: values.locale, props: values.props })
        if (values.editing) query.set('editing', '1')
        if (values['no-images']) query.set('images', 'none')
        for (const width of widths) {
          const file = [name, theme, width, ...marks].join('-')
          shots.push({ type, name, file, width, taps: sample?.taps ?? [], url: `/${type}/${name}?${query}` })
        }
      }
    }
  }
  return shots
}

/**
 * Starts the server on `port` of this machine only, any free one for 0, and answers
 * `{ origin, shots, close }`. Throws when a widget cannot be bundled or its CSS not be read.
 */
export async function serveGallery(root, types, port) {
  const [side, { phone: css }] = await Promise.all([
    loadServerSide(root, types),
    compilePhoneCss(root, ['kit', ...types]),
  ])
  const scripts = new Map()
  const script = (type) => {
    if (!scripts.has(type)) scripts.set(type, scriptOf(root, type))
    return scripts.get(type)
  }
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://gallery')
    const answer = (status, type, body) => response.writeHead(status, { 'content-type': type }).end(body)
    try {
      const wanted = /^\/script\/([a-z0-9-]+)\.js$/.exec(url.pathname)?.[1]
      if (wanted && types.includes(wanted)) return answer(200, 'text/javascript', await script(wanted))
      if (url.pathname.startsWith('/assets/')) {
        const isBlocked = new URL(request.headers.referer ?? 'http://gallery').searchParams.has('images')
        return isBlocked ? answer(404, 'text/plain', '') : answer(200, 'image/svg+xml', PICTURE)
      }
      if (url.pathname === '/') return answer(200, HTML, indexOf(side))
      const page = pageFor(side, css, url)
      return page ? answer(200, HTML, page) : answer(404, 'text/plain', 'no such state')
    } catch (error) {
      return answer(500, 'text/plain', error.stack)
    }
  })
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    shots: (wanted, values) => shotsOf(side, wanted, values),
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
