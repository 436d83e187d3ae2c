import { initTRPC, TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import { AppError, ERROR_STATUS, type ErrorCode, type ErrorDetail } from '@/src/lib/errors'
import type { MemberContext, StaffContext } from '@/src/services/context'

/** What every error tells a client besides its status: nothing of an unknown one but its id. */
export interface ErrorData {
  code: ErrorCode
  requestId: string
  details: ErrorDetail[]
}

/** An error as the client may see it. Anything that is not a known refusal is `internal`. */
export function describeError(error: unknown): Omit<ErrorData, 'requestId'> {
  const known = error instanceof TRPCError && error.cause ? error.cause : error
  if (known instanceof AppError) return { code: known.code, details: known.details }
  if (known instanceof ZodError) return { code: 'invalid_input', details: known.issues.map(toDetail) }
  if (error instanceof TRPCError) return { code: BY_TRPC_CODE[error.code] ?? 'internal', details: [] }
  return { code: 'internal', details: [] }
}

function toDetail(issue: ZodError['issues'][number]): ErrorDetail {
  return {
    code: issue.code === 'custom' ? issue.message : issue.code,
    path: issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key)),
  }
}

const BY_TRPC_CODE: Partial<Record<TRPCError['code'], ErrorCode>> = {
  PARSE_ERROR: 'invalid_input',
  BAD_REQUEST: 'invalid_input',
  NOT_FOUND: 'not_found',
  METHOD_NOT_SUPPORTED: 'not_found',
  UNSUPPORTED_MEDIA_TYPE: 'unsupported_media',
  PAYLOAD_TOO_LARGE: 'too_large',
}

/** tRPC takes a word for each HTTP status; the status itself is `ERROR_STATUS`'s. */
const TRPC_CODE_OF_STATUS: Record<(typeof ERROR_STATUS)[ErrorCode], TRPCError['code']> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'UNPROCESSABLE_CONTENT',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'SERVICE_UNAVAILABLE',
}

/** The fields an error is answered with, in place of tRPC's own, which name a stack. */
const format = <Shape extends object>(shape: Shape, error: TRPCError, requestId: string | undefined) => {
  const data: ErrorData = { ...describeError(error), requestId: requestId ?? '' }
  return { ...shape, message: data.code, data }
}

/** Gives a service's refusal the HTTP status of its code. */
function translate<Result extends { ok: true } | { ok: false; error: TRPCError }>(result: Result): Result {
  if (result.ok) return result
  const { code } = describeError(result.error)
  throw new TRPCError({
    code: TRPC_CODE_OF_STATUS[ERROR_STATUS[code]],
    cause: result.error.cause ?? result.error,
  })
}

const staffT = initTRPC.context<StaffContext>().create({
  errorFormatter: ({ shape, error, ctx }) => format(shape, error, ctx?.requestId),
})
const memberT = initTRPC.context<MemberContext>().create({
  errorFormatter: ({ shape, error, ctx }) => format(shape, error, ctx?.requestId),
})

export const staffKit = {
  router: staffT.router,
  procedure: staffT.procedure.use(async ({ next }) => translate(await next())),
}
export const memberKit = {
  router: memberT.router,
  procedure: memberT.procedure.use(async ({ next }) => translate(await next())),
}
