#!/usr/bin/env node
/*
 * `npm run lockfile`, after installing a package: adds to package-lock.json the packages of other
 * platforms that npm left out. It leaves out what the registry it spoke to did not offer, or what
 * was not installed here; then `npm ci` refuses the file, or installs nothing that runs on a Mac.
 */
import { readFileSync, realpathSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'wasm32']

/** The optional packages that others of the lockfile name and it does not hold, as its entries. */
export function missingPackages(lock) {
  const missing = {}
  for (const [holder, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
    if (holder === '') continue
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const places = [`node_modules/${name}`, `${holder}/node_modules/${name}`]
      if (!places.some((place) => lock.packages[place])) missing[places[0]] = entryOf(name, version, dev)
    }
  }
  return missing
}

/** What such a package runs on stands in its name; npm must know it to pass it over elsewhere. */
function entryOf(name, version, dev) {
  const words = name.split(/[/-]/)
  const system = SYSTEMS.find((word) => words.includes(word))
  const processor = PROCESSORS.find((word) => words.includes(word))
  const libc = /musl/.test(name) ? 'musl' : /gnu/.test(name) ? 'glibc' : undefined
  return {
    version,
    ...(processor && { cpu: [processor] }),
    ...(dev && { dev: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(system && { os: [system] }),
  }
}

const here = fileURLToPath(import.meta.url)
if (process.argv[1] && realpathSync(path.resolve(process.argv[1])) === realpathSync(here)) {
  const file = path.resolve(path.dirname(here), '../package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingPackages(lock)
  const all = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'))
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(all) }, null, 2)}\n`)
  console.log(`${Object.keys(missing).length} packages of other platforms added`)
}
