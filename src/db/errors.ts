/** What a database refused, in words both dialects share. */
export type Refused =
  | 'unique'
  | 'check'
  | 'foreign_key'
  | 'immutable'
  | 'deadlock'
  | 'busy'
  | 'unavailable'
  | 'other'

interface DriverError {
  code?: unknown
  message?: unknown
  cause?: unknown
}

// The query builder wraps the driver's error, so its own is looked for along the causes.
function driverErrors(error: unknown): DriverError[] {
  const chain: DriverError[] = []
  for (let at = error; at && typeof at === 'object' && chain.length < 5; at = (at as DriverError).cause) {
    chain.push(at)
  }
  return chain
}

const BY_CODE: Record<string, Refused> = {
  '23505': 'unique',
  '23514': 'check',
  '23503': 'foreign_key',
  '40P01': 'deadlock',
  '40001': 'deadlock',
  SQLITE_CONSTRAINT_UNIQUE: 'unique',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'unique',
  SQLITE_CONSTRAINT_CHECK: 'check',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'foreign_key',
  SQLITE_BUSY: 'busy',
  SQLITE_FULL: 'unavailable',
  SQLITE_IOERR: 'unavailable',
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
  ETIMEDOUT: 'unavailable',
  EPIPE: 'unavailable',
  // The server is shutting down, or has no connection left to give.
  '57P01': 'unavailable',
  '57P03': 'unavailable',
  '53300': 'unavailable',
}

/** Why the database refused a statement; `other` when it is not one of the known reasons. */
export function refusedBecause(error: unknown): Refused {
  for (const { code, message } of driverErrors(error)) {
    if (typeof message === 'string' && message.includes('immutable:')) return 'immutable'
    // The pool and the driver give these two no code.
    if (
      typeof message === 'string' &&
      /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when)/.test(
        message,
      )
    ) {
      return 'unavailable'
    }
    const known = typeof code === 'string' ? BY_CODE[code] : undefined
    if (known) return known
  }
  return 'other'
}

export const isDeadlock = (error: unknown) => refusedBecause(error) === 'deadlock'
export const isUniqueViolation = (error: unknown) => refusedBecause(error) === 'unique'
