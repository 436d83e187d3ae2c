import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { onUsedData, startProduct } from '../../support/built-product'
import { type Figure, median } from '../figure'

const STARTS = 5
const PAGE = '/p/double-11'
const MB = 1_000_000

export const consoleStart: Figure = {
  name: 'console_start_ms',
  about:
    'from `npm start`, built, on an empty data folder (it migrates and makes the demo), until the sign-in screen answers',
  target: { atMost: 5_000 },
  measure: async () => {
    const times: number[] = []
    for (let start = 0; start < STARTS; start++) {
      const product = await startProduct({ through: 'npm', probe: '/sign-in' })
      times.push(product.startedInMs)
      await product.stop()
    }
    return { name: 'console_start_ms', value: Math.round(median(times)), unit: 'ms' }
  },
}

export const runtimeStart: Figure = {
  name: 'runtime_start_ms',
  about: 'from `ROLES=runtime npm start` on data made before until the published page answers',
  target: { atMost: 2_000 },
  measure: () =>
    onUsedData(async (env) => {
      const times: number[] = []
      for (let start = 0; start < STARTS; start++) {
        const product = await startProduct({ env: { ...env, ROLES: 'runtime' }, through: 'npm', probe: PAGE })
        times.push(product.startedInMs)
        await product.stop()
      }
      return { name: 'runtime_start_ms', value: Math.round(median(times)), unit: 'ms' }
    }),
}

export const runtimeMemory: Figure = {
  name: 'runtime_rss_mb',
  about: 'resident memory with ROLES=runtime after its first hundred pages',
  target: { atMost: 150 },
  measure: () =>
    onUsedData(async (env) => {
      const product = await startProduct({
        env: { ...env, ROLES: 'runtime' },
        through: 'script',
        probe: PAGE,
      })
      for (let request = 0; request < 100; request++) await (await fetch(product.origin + PAGE)).arrayBuffer()
      const value = Math.round(residentBytes(product.pid) / MB)
      await product.stop()
      return { name: 'runtime_rss_mb', value, unit: 'MB' }
    }),
}

function residentBytes(pid: number): number {
  if (process.platform !== 'linux')
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) * 1024
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) * 1024
}
