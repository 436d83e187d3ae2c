#!/usr/bin/env node
/*
 * Builds what a member's phone and the editor's canvas load into public/h5: content-hashed
 * scripts and one stylesheet, manifest.json naming them, and builds.json remembering earlier
 * builds, whose files stay for pages that were opened before. Prints what a phone downloads.
 */
import { createHash } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateRegistries } from './generate-registries.mjs'
import { weigh, weightLines } from './phone-budget.mjs'
import { bundleCanvas, bundlePhone, LOCALES, readWidgetFacts } from './phone-bundle.mjs'
import { compilePhoneCss } from './phone-css.mjs'

/** Files of this many builds are kept. */
const KEPT_BUILDS = 20

/** The files a script brings with it: itself and everything it imports statically. */
function closureOf(outputs, file) {
  const files = new Set()
  const add = (path) => {
    if (files.has(path)) return
    files.add(path)
    for (const { path: next, kind } of outputs[path].imports) if (kind === 'import-statement') add(next)
  }
  add(file)
  return [...files]
}

/** The output of an entry, by its source file. */
function outputFor(outputs, source) {
  const found = Object.keys(outputs).find((path) => outputs[path].entryPoint === source)
  if (!found) throw new Error(`${source} has no output`)
  return found
}

/** The scripts each interactive widget needs beyond the page's own entry, to be fetched ahead of need. */
function islandFiles(outputs, types) {
  const entry = new Set(closureOf(outputs, outputFor(outputs, 'src/phone/phone.tsx')))
  return Object.fromEntries(
    types.map((type) => [
      type,
      closureOf(outputs, outputFor(outputs, `widgets/${type}/view.tsx`))
        .filter((path) => !entry.has(path))
        .map((path) => basename(path)),
    ]),
  )
}

function hashOf(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 10).toUpperCase()
}

function readBuilds(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return []
  }
}

/** Writes beside the target and renames, so a server reading at this moment never sees half a file. */
function replaceFile(path, content) {
  writeFileSync(`${path}.tmp`, content)
  renameSync(`${path}.tmp`, path)
}

/** Remembers this build and removes files that none of the last builds made. */
export function forgetOldBuilds(folder, hash, files) {
  const path = join(folder, 'builds.json')
  const builds = [...readBuilds(path).filter((old) => old.build !== hash), { build: hash, files }].slice(
    -KEPT_BUILDS,
  )
  const kept = new Set(['manifest.json', 'builds.json', ...builds.flatMap((old) => old.files)])
  for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name), { force: true })
  replaceFile(path, JSON.stringify(builds))
}

/**
 * Builds everything and returns the manifest and what a measured page downloads. Throws when the
 * stylesheet holds what an old web-view cannot read, or the page's scripts outgrow their budget.
 */
export async function buildPhone(root) {
  generateRegistries(root)
  const folder = join(root, 'public/h5')
  mkdirSync(folder, { recursive: true })
  const facts = Object.entries(await readWidgetFacts(root))
  const interactive = facts.filter(([, { isStatic }]) => !isStatic).map(([type]) => type)
  const [phones, canvas, css] = await Promise.all([
    Promise.all(LOCALES.map((locale) => bundlePhone(root, interactive, locale))),
    bundleCanvas(root, Object.fromEntries(facts)),
    compilePhoneCss(root),
  ])

  const files = new Map()
  for (const { path, contents } of [...phones.flatMap((phone) => phone.outputFiles), ...canvas.outputFiles]) {
    files.set(basename(path), Buffer.from(contents))
  }
  const styleNames = {}
  const texts = { css: ['phone', 'css', css.phone], screensCss: ['screens', 'css', css.screens] }
  texts.canvasCss = ['canvas', 'css', css.canvas]
  texts.styles = ['styles', 'json', JSON.stringify(css.parts)]
  for (const [key, [name, extension, text]] of Object.entries(texts)) {
    styleNames[key] = `${name}-${hashOf(text)}.${extension}`
    files.set(styleNames[key], Buffer.from(text))
  }

  const manifest = {
    canvas: basename(outputFor(canvas.metafile.outputs, 'src/phone/canvas.tsx')),
    ...styleNames,
    scripts: Object.fromEntries(
      LOCALES.map((locale, i) => [locale, scriptsOf(phones[i].metafile.outputs, interactive)]),
    ),
    build: hashOf([...files.keys()].sort().join('\n')).toLowerCase(),
  }
  for (const [name, content] of files) writeFileSync(join(folder, name), content)
  replaceFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  forgetOldBuilds(folder, manifest.build, [...files.keys()])
  return { manifest, weights: weigh(files, manifest) }
}

/** The scripts of pages in one language, by what needs them. */
function scriptsOf(outputs, interactive) {
  return {
    phone: basename(outputFor(outputs, 'src/phone/phone.tsx')),
    rewards: basename(outputFor(outputs, 'src/phone/rewards.tsx')),
    bindings: basename(outputFor(outputs, 'src/phone/bindings.tsx')),
    preload: {
      phone: preloadOf(outputs, 'src/phone/phone.tsx'),
      rewards: preloadOf(outputs, 'src/phone/rewards.tsx'),
      bindings: preloadOf(outputs, 'src/phone/bindings.tsx'),
    },
    islands: islandFiles(outputs, interactive),
  }
}

function preloadOf(outputs, source) {
  const entry = outputFor(outputs, source)
  return closureOf(outputs, entry)
    .filter((path) => path !== entry)
    .map((path) => basename(path))
}

const here = fileURLToPath(import.meta.url)
if (process.argv[1] && realpathSync(resolve(process.argv[1])) === realpathSync(here)) {
  const started = performance.now()
  try {
    const { manifest, weights } = await buildPhone(resolve(dirname(here), '..'))
    for (const line of weightLines(weights)) console.log(line)
    console.log(`phone build ${manifest.build} in ${Math.round(performance.now() - started)} ms`)
  } catch (error) {
    console.error(`phone build failed: ${error.message}`)
    process.exitCode = 1
  }
}
