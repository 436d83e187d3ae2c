import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { Outcome } from '../../schemas/outcome'
import type { MemberRouter } from '../api/member/router'

/*
 * A caller of the member router's wire format (tRPC over HTTP, no transformer), without tRPC's
 * own client, which is six times as large as this.
 */

type Asked = inferRouterInputs<MemberRouter>
type Answered = inferRouterOutputs<MemberRouter>

export type PageState = Answered['page']['state']
export type RewardsPage = Answered['rewards']['mine']
export type AddressAnswer = Answered['rewards']['giveAddress']

/** No answer of the kind that was asked for: the network, or a refusal by its code (src/lib/errors). */
export interface ApiFailure {
  status: 'failed'
  offline: boolean
  code?: string
  /** What to tell support, when the server was reached. */
  requestId?: string
}

export interface PerformRequest {
  /** The widget's type and the action of its tool. */
  type: string
  action: string
  version: string
  block: string
  key: string
  input: unknown
}

export interface MemberApi {
  /** `params` are the link's own, for the tools that look at them. */
  pageState: (version: string, params: Record<string, string>) => Promise<PageState | ApiFailure>
  myRewards: (cursor?: string) => Promise<RewardsPage | ApiFailure>
  /** Where a prize is sent. Repeating it changes nothing. */
  giveAddress: (address: Asked['rewards']['giveAddress']) => Promise<AddressAnswer | ApiFailure>
  /** Repeats under the same key until there is an answer or the tries are used up. */
  perform: (request: PerformRequest) => Promise<Outcome | ApiFailure>
}

/** Waits before the second, third and fourth try, ms. */
const BACK_OFF_MS = [400, 1200, 3000]
/** After this a try counts as lost; the server may still have done it, which the key makes safe. */
const TRY_TIMEOUT_MS = 8000
const BUSY_WAIT_MAX_MS = 3000

interface WireAnswer {
  result?: { data: unknown }
  error?: { data?: { code?: string; requestId?: string } }
}

export function isFailure(answer: { status?: string } | object): answer is ApiFailure {
  return (answer as { status?: string }).status === 'failed'
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** One try. A failure to reach the server is `offline`; one the server may not repeat is `code`d. */
async function tryOnce<T>(url: string, body?: string): Promise<T | ApiFailure> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), TRY_TIMEOUT_MS)
  let requestId: string | undefined
  try {
    const response = await fetch(url, {
      signal: abort.signal,
      credentials: 'same-origin',
      ...(body !== undefined && { method: 'POST', body, headers: { 'content-type': 'application/json' } }),
    })
    requestId = response.headers.get('x-request-id') ?? undefined
    const answer = (await response.json().catch(() => ({}))) as WireAnswer
    if (answer.result) return answer.result.data as T
    // Cut off in the middle, or a hotspot's sign-in page instead of us: as good as no network.
    if (response.ok) return { status: 'failed', offline: true, requestId }
    // A gateway in between answers in its own words.
    const isGateway = response.status > 501 && response.status < 505
    const { code = isGateway ? 'busy' : 'internal', requestId: id = requestId } = answer.error?.data ?? {}
    return { status: 'failed', offline: false, code, requestId: id }
  } catch {
    return { status: 'failed', offline: true, requestId }
  } finally {
    clearTimeout(timer)
  }
}

/** How long to wait before asking again, ms; undefined when the answer is final. */
function retryDelay(answer: object, tries: number): number | undefined {
  const backOff = BACK_OFF_MS[tries]
  if (backOff === undefined) return undefined
  const { status, retryAfterMs } = answer as { status?: string; retryAfterMs?: number }
  if (status === 'busy') return Math.min(Math.max(retryAfterMs ?? 0, backOff), BUSY_WAIT_MAX_MS)
  if (isFailure(answer) && (answer.offline || answer.code === 'busy')) return backOff
  return undefined
}

/** Asks one procedure of the member router, again and again where that is safe and may help. */
export async function call<T extends object>(
  path: string,
  query: unknown,
  body?: unknown,
): Promise<T | ApiFailure> {
  const search = query === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(query))}`
  // Made once, so that every try is the same request under the same key.
  const text = body === undefined ? undefined : JSON.stringify(body)
  for (let tries = 0; ; tries++) {
    const answer = await tryOnce<T>(`/api/member/${path}${search}`, text)
    const delay = retryDelay(answer, tries)
    if (delay === undefined) return answer
    // Spread out, so that phones that lost the same network do not come back at the same instant.
    await wait(delay * (0.75 + Math.random() / 2))
  }
}

/** The member router as the phone needs it. Nothing it returns rejects. */
export const memberApi: MemberApi = {
  pageState: (version, params) => call('page.state', { version, params } satisfies Asked['page']['state']),
  myRewards: (cursor) => call('rewards.mine', { cursor } satisfies Asked['rewards']['mine']),
  giveAddress: (address) => call('rewards.giveAddress', undefined, address),
  perform: ({ type, action, ...request }) => call(`widget.${type}.${action}`, undefined, request),
}
