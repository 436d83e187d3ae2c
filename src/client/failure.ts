import { TRPCClientError } from '@trpc/client'
import type { ErrorCode, ErrorDetail } from '@/src/lib/errors'

export type { ErrorDetail }

/** A request that did not succeed: the server's code, or `offline` when it never answered. */
export interface Failure {
  code: ErrorCode | 'offline'
  /** Names the request in the server's log; shown so that support can find it. */
  requestId: string | undefined
  details: ErrorDetail[]
}

interface FailureData {
  code?: ErrorCode
  requestId?: string
  details?: ErrorDetail[]
}

/** Reads what went wrong out of anything a query or a mutation threw. */
export function readFailure(error: unknown): Failure {
  if (error instanceof TRPCClientError) {
    const data = error.data as FailureData | null | undefined
    if (data?.code) return { code: data.code, requestId: data.requestId, details: data.details ?? [] }
    // Without the server's error shape the answer was cut off, or came from something in between.
    return { code: 'offline', requestId: undefined, details: [] }
  }
  return { code: 'internal', requestId: undefined, details: [] }
}
