import pino, { type Logger } from 'pino'

export type { Logger }

/** Structured logs, one JSON line each, on standard output. Secrets and cookies never pass. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['*.password', '*.cookie', '*.authorization', '*.ticket'],
  })
}
