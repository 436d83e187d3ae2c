/*
 * Finds a Chromium and a Chinese font for the browser journeys, and installs them where they are
 * missing: a bare machine has neither, and without the font every screenshot is boxes.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { runStep } from './steps.mjs'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
const DOWNLOAD_LIMIT_MS = 5 * 60_000
const PACKAGE_LIMIT_MS = 15 * 60_000

/** How each system's package manager is told; tried in this order. */
const MANAGERS = [
  {
    command: 'apt-get',
    before: ['update'],
    install: ['install', '-y', '--no-install-recommends'],
    browser: ['chromium'],
    font: ['fontconfig', 'fonts-noto-cjk'],
  },
  {
    command: 'apk',
    install: ['add', '--no-cache'],
    browser: ['chromium'],
    font: ['fontconfig', 'font-noto-cjk'],
  },
  { command: 'brew', install: ['install', '--cask'], browser: ['chromium'], font: [] },
]

/** The path of a Chromium that starts, installing one if there is none. Throws when none is to be had. */
export async function ensureBrowser(root) {
  const found = findBrowser(root)
  if (found) return found
  await attempt({
    name: 'download a browser',
    command: process.execPath,
    args: [path.join(root, 'node_modules/playwright/cli.js'), 'install', '--no-shell', 'chromium'],
    cwd: root,
    limitMs: DOWNLOAD_LIMIT_MS,
  })
  const downloaded = findBrowser(root)
  if (downloaded) return downloaded
  await installPackages(root, 'browser')
  const installed = findBrowser(root)
  if (!installed) throw new Error('no Chromium found, and none could be installed: set CHROMIUM_PATH to one')
  return installed
}

/** Makes sure that Chinese text is drawn. Without a font the journeys still run; it only says so. */
export async function ensureChineseFont(root) {
  if (hasChineseFont()) return
  await installPackages(root, 'font')
  if (!hasChineseFont()) console.log('! no Chinese font: screenshots will show boxes for Chinese text')
}

function findBrowser(root) {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (starts(given)) return given
    throw new Error(`CHROMIUM_PATH names no browser that starts: ${given}`)
  }
  const candidates = [...NAMES.map(whereIs), ...PLACES, ownOfPlaywright(root)]
  return candidates.find((candidate) => candidate && existsSync(candidate) && starts(candidate))
}

/** Where Playwright keeps the browser it downloads, whether or not it did. */
function ownOfPlaywright(root) {
  return createRequire(path.join(root, 'package.json'))('@playwright/test').chromium.executablePath()
}

/** Some systems have a `chromium` that only tells how to install it. */
function starts(file) {
  if (process.platform === 'win32') return existsSync(file)
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return status === 0 && /\d+\.\d+/.test(stdout)
}

function hasChineseFont() {
  if (process.platform !== 'linux') return true
  const { status, stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8', timeout: 60_000 })
  return status === 0 && stdout.trim() !== ''
}

async function installPackages(root, what) {
  const manager = MANAGERS.find(({ command }) => whereIs(command))
  if (!manager || manager[what].length === 0) return
  const isRoot = process.getuid?.() === 0
  const needsRoot = manager.command !== 'brew'
  if (needsRoot && !isRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) return
  const run = (args) => {
    const [command, ...rest] =
      needsRoot && !isRoot ? ['sudo', '-n', manager.command, ...args] : [manager.command, ...args]
    const name = `${manager.command} ${args.join(' ')}`
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    return attempt({ name, command, args: rest, cwd: root, env, limitMs: PACKAGE_LIMIT_MS })
  }
  if (manager.before) await run(manager.before)
  await run([...manager.install, ...manager[what]])
}

/** A way that fails is not the end: another may do. What it said is shown all the same. */
async function attempt(step) {
  try {
    await runStep({ ...step, note: 'only once on this machine' })
  } catch (error) {
    console.log((error.output ?? String(error)).slice(-2000))
  }
}

function whereIs(command) {
  const finder = process.platform === 'win32' ? 'where' : 'which'
  try {
    return execFileSync(finder, [command], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split(
      /\r?\n/,
    )[0]
  } catch {
    return undefined
  }
}
