#!/usr/bin/env node
/*
 * `npm run gallery -- <widget>…`: pictures of every state of a widget, drawn by its own view as the
 * server and a phone would draw it, in test-results/gallery. It also says what a picture does not
 * show: a script's errors, markup that changes when it comes to life, a page that jumps or overflows.
 */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBrowser } from './browser.mjs'
import { photograph } from './gallery-pictures.mjs'
import { serveGallery } from './gallery-server.mjs'

const root = path.resolve(import.meta.dirname, '..')
const USAGE = `npm run gallery -- <widget>… [options]
  --state <name>      one state only; otherwise every state of the fixtures
  --theme <name>      double-11 unless told; several with commas, or "all"
  --width <px>        390 unless told; several with commas: 320,390,768
  --locale en         zh-CN unless told
  --props <json>      laid over the props of the sample: '{"layout":"grid"}'
  --reduced           as somebody who asked for less motion
  --no-script         as a phone without JavaScript
  --no-images         as a phone that blocks pictures
  --editing           as in the editor's canvas
  --wait <ms>         looks this much later
  --sheet             all of them on one picture besides, sheet.png
  --serve             serves the pages instead of taking pictures; --port <number>`

const OPTIONS = {
  state: { type: 'string' },
  theme: { type: 'string', default: 'double-11' },
  width: { type: 'string', default: '390' },
  locale: { type: 'string', default: 'zh-CN' },
  props: { type: 'string', default: '{}' },
  wait: { type: 'string', default: '0' },
  port: { type: 'string', default: '0' },
  reduced: { type: 'boolean', default: false },
  'no-script': { type: 'boolean', default: false },
  'no-images': { type: 'boolean', default: false },
  editing: { type: 'boolean', default: false },
  sheet: { type: 'boolean', default: false },
  serve: { type: 'boolean', default: false },
}

/** The folders below widgets/ that are widgets. */
function widgetNames() {
  return readdirSync(path.join(root, 'widgets')).filter((name) =>
    existsSync(path.join(root, 'widgets', name, 'definition.ts')),
  )
}

async function takePictures(gallery, types, values) {
  const shots = gallery.shots(types, values)
  if (shots.length === 0) throw new Error(`no state is called "${values.state}"`)
  const folder = path.join(root, 'test-results/gallery')
  for (const type of types) mkdirSync(path.join(folder, type), { recursive: true })
  const findings = await photograph({
    browserPath: await ensureBrowser(root),
    origin: gallery.origin,
    shots: shots.map((shot) => ({ ...shot, file: path.join(folder, shot.type, `${shot.file}.png`) })),
    sheet: values.sheet ? path.join(folder, types[0], 'sheet.png') : undefined,
    isReduced: values.reduced,
    hasScript: !values['no-script'],
    waitMs: Number(values.wait),
  })
  if (findings > 0) process.exitCode = 1
}

async function main() {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true })
  const known = widgetNames()
  const types = positionals.length === 0 && values.serve ? known : positionals
  const strange = types.find((type) => !known.includes(type))
  if (types.length === 0 || strange) {
    console.log(strange ? `there is no widget "${strange}"` : USAGE)
    console.log(`widgets: ${known.join(', ')}`)
    process.exitCode = 1
    return
  }
  const gallery = await serveGallery(root, types, Number(values.port))
  if (values.serve) return console.log(gallery.origin)
  try {
    await takePictures(gallery, types, values)
  } finally {
    gallery.close()
  }
}

try {
  await main()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
