import { get } from 'node:http'
import { onUsedData, startProduct } from '../../support/built-product'
import type { BareAnswer } from '../bare-server'
import { type Figure, interleave, type Measured } from '../figure'
import type { LoadPlan } from '../http-load'
import { measureLoad, startSidecar } from '../processes'

const PAGE = '/p/double-11'
const ROUNDS = 5
const SECONDS = 3
const CONNECTIONS = 64
const HEADERS = { 'accept-encoding': 'gzip, deflate, br', accept: 'text/html' }

export const pageRequestsPerSecond: Figure = {
  name: 'page_requests_per_second',
  about:
    'the published page /p/double-11 from one process with all roles, 64 connections; beside it a bare node:http server sending the same bytes',
  target: { ratioAtLeast: 0.6 },
  measure: () => onUsedData((env) => measurePages('page_requests_per_second', env)),
}

export const pageRequestsPerSecondRuntime: Figure = {
  name: 'page_requests_per_second_runtime',
  about: 'the same from a process with ROLES=runtime, where Next has not touched what Node provides',
  measure: () =>
    onUsedData((env) => measurePages('page_requests_per_second_runtime', { ...env, ROLES: 'runtime' })),
}

async function measurePages(name: string, env: Record<string, string>): Promise<Measured> {
  const product = await startProduct({ env, probe: PAGE })
  try {
    const bare = await startSidecar('bare-server.ts', await answerOf(product.origin))
    try {
      const load = (origin: string) => async () => {
        const plan: LoadPlan = {
          origin,
          connections: CONNECTIONS,
          seconds: SECONDS,
          requests: [{ method: 'GET', path: PAGE, headers: HEADERS }],
        }
        return (await measureLoad(plan)).perSecond
      }
      const measured = await interleave(ROUNDS, load(product.origin), load(bare.origin))
      return { name, unit: 'requests/s', ...measured }
    } finally {
      bare.stop()
    }
  } finally {
    await product.stop()
  }
}

/** The page as it goes over the wire, without what node:http writes by itself. */
function answerOf(origin: string): Promise<BareAnswer> {
  return new Promise((resolve, reject) => {
    get(origin + PAGE, { headers: HEADERS }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => {
        if (response.statusCode !== 200) reject(new Error(`${PAGE} answered ${response.statusCode}`))
        const body = Buffer.concat(chunks)
        const own = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']
        const sent = Object.entries(response.headers).filter(([name]) => !own.includes(name))
        const headers = Object.fromEntries(sent.map(([name, value]) => [name, String(value)]))
        resolve({
          headers: { ...headers, 'content-length': String(body.length) },
          body: body.toString('base64'),
        })
      })
    }).once('error', reject)
  })
}
