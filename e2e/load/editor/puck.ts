import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'

/* Puck at a pinned version, the baseline of the editor's figures: see e2e/load/fixtures/puck. */

const folder = path.join(import.meta.dirname, '../fixtures/puck')
const output = path.resolve(import.meta.dirname, '../../../dist/bench/puck')
const INSTALL_LIMIT_MS = 300_000
const RUN_LIMIT_MS = 120_000
const run = promisify(execFile)

/** Installs it from its lock file, once for all runs. */
async function install(): Promise<void> {
  if (existsSync(path.join(folder, 'node_modules/@puckeditor/core'))) return
  const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts']
  await run('npm', args, { cwd: folder, timeout: INSTALL_LIMIT_MS })
}

/** What each action costs its reducer on a page of so many blocks: the 95th percentile in ms, by name. */
export async function measurePuckReducer(
  blocks: number,
  repetitions: number,
): Promise<Record<string, number>> {
  await install()
  const script = path.join(folder, 'reducer.mjs')
  const given = [script, String(blocks), String(repetitions)]
  const { stdout } = await run(process.execPath, given, { timeout: RUN_LIMIT_MS })
  return JSON.parse(stdout) as Record<string, number>
}

/** Serves its editor, built for production; answers the origin, and what ends it. */
export async function servePuck(): Promise<{ origin: string; stop: () => void }> {
  await install()
  await build({
    entryPoints: { editor: path.join(folder, 'editor.mjs') },
    outdir: output,
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff2': 'dataurl', '.svg': 'dataurl' },
    logLevel: 'error',
  })
  const html =
    '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/editor.css"><div id="root"></div><script type="module" src="/editor.js"></script>'
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      return response.end(html)
    }
    const file = path.join(output, path.basename(pathname))
    if (!existsSync(file)) return response.writeHead(404).end()
    response.setHeader('content-type', pathname.endsWith('.css') ? 'text/css' : 'text/javascript')
    response.end(readFileSync(file))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close() }
}
