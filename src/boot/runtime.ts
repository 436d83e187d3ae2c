import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Env } from '@/src/lib/env'
import type { AppContext } from '@/src/services/context'

/** Published pages: stands in until their server is connected. */
export function createRuntime(_env: Env) {
  return {
    checkRendering: () => {},
    connect: (_ctx: AppContext) => ({
      handle: (_req: IncomingMessage, _res: ServerResponse): boolean => false,
      close: async () => {},
    }),
  }
}
