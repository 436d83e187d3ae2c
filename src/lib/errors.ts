/** Every error a client can meet, with the HTTP status it travels under. A closed set. */
export const ERROR_STATUS = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  wrong_state: 409,
  conflict: 409,
  already_exists: 409,
  idempotency_mismatch: 409,
  too_large: 413,
  page_invalid: 422,
  page_has_errors: 422,
  stock_below_taken: 422,
  unsupported_media: 415,
  busy: 503,
  internal: 500,
} as const

export type ErrorCode = keyof typeof ERROR_STATUS

/** One thing that is wrong, and where: `path` leads into the input or the page definition. */
export interface ErrorDetail {
  code: string
  path?: (string | number)[]
  /** Numbers and names for the message, never secrets. */
  params?: Record<string, string | number>
}

/** An expected refusal. Its code and details reach the client; its message is for the log. */
export class AppError extends Error {
  override readonly name = 'AppError'

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetail[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
