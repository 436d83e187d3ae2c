import type { ProductImportStep } from '@/schemas/product-import'
import type { StaffContext } from '@/src/services/context'
import { importProducts } from '@/src/services/products'
import { plainError } from './request'
import { describeError } from './trpc'

/**
 * Imports a product list and answers each step as a line of JSON, so that the console can show how
 * far it is. Refusals come before the first step, with their own status; a failure after that is
 * the last line.
 */
export async function sendImport(ctx: StaffContext, bytes: Uint8Array): Promise<Response> {
  const steps = importProducts({ ctx, bytes })
  let next: IteratorResult<ProductImportStep, void> = await steps.next()
  const encoder = new TextEncoder()
  const line = (value: unknown) => encoder.encode(`${JSON.stringify(value)}\n`)
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      if (next.done) return controller.close()
      controller.enqueue(line(next.value))
      try {
        next = await steps.next()
      } catch (error) {
        const { code, details } = describeError(error)
        if (code === 'internal')
          ctx.log.error({ err: error, requestId: ctx.requestId }, 'an import broke off')
        controller.enqueue(line({ kind: 'failed', ...plainError(code, ctx.requestId, details) }))
        controller.close()
      }
    },
    // Whoever closes the page ends it after the batch under way.
    cancel: async () => {
      await steps.return()
    },
  })
  const headers = {
    'content-type': 'application/x-ndjson',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  }
  return new Response(body, { headers })
}
