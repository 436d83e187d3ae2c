import { Hono, type MiddlewareHandler } from 'hono'
import { MAX_UPLOAD_BYTES, uploadAsset } from '@/src/services/assets'
import type { AppContext, StaffContext } from '@/src/services/context'
import { importMembers, MAX_MEMBERS_BYTES } from '@/src/services/grant-batches'
import { importResults, MAX_RESULTS_BYTES } from '@/src/services/payouts'
import { MAX_PRODUCT_LIST_BYTES } from '@/src/services/products'
import { importCodes, MAX_CODES_BYTES } from '@/src/services/rewards'
import { importTracking, MAX_TRACKING_BYTES } from '@/src/services/shipping'
import { type Auth, authorise, type Permission, staffOf } from '@/src/services/staff'
import { limit } from './limit'
import { sendImport } from './product-list'
import type { RequestVariables } from './request'

interface UploadVariables {
  Variables: RequestVariables['Variables'] & { staff: StaffContext }
}

/** Files sent to the console: pictures, partners' codes, banks' answers, product lists. */
export function uploadRoutes(ctx: AppContext, auth: Auth) {
  const allow = uploader(ctx, auth)
  return new Hono<UploadVariables>()
    .post('/assets', allow('asset.write'), limit(MAX_UPLOAD_BYTES), async (c) => {
      const bytes = Buffer.from(await c.req.arrayBuffer())
      const { name, folder } = c.req.query()
      const input = { name: name || undefined, folderId: folder || undefined }
      return c.json(await uploadAsset({ ctx: c.get('staff'), bytes, input }))
    })
    .post('/rewards/:id/codes', allow('reward.write'), limit(MAX_CODES_BYTES), async (c) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      return c.json(await importCodes({ ctx: c.get('staff'), input: { id: c.req.param('id') }, bytes }))
    })
    .post('/grant-batches/:id/members', allow('grant.give'), limit(MAX_MEMBERS_BYTES), async (c) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      return c.json(await importMembers({ ctx: c.get('staff'), input: { id: c.req.param('id') }, bytes }))
    })
    .post('/payouts/results', allow('payout.write'), limit(MAX_RESULTS_BYTES), async (c) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      return c.json(await importResults({ ctx: c.get('staff'), bytes }))
    })
    .post('/shipping/tracking', allow('shipping.write'), limit(MAX_TRACKING_BYTES), async (c) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      return c.json(await importTracking({ ctx: c.get('staff'), bytes }))
    })
    .post('/product-list', allow('product.write'), limit(MAX_PRODUCT_LIST_BYTES), async (c) =>
      sendImport(c.get('staff'), new Uint8Array(await c.req.arrayBuffer())),
    )
}

/**
 * Authorises before a byte of the body is read, and so before its size is looked at: nobody can
 * fill the memory with megabytes that are refused in the end.
 */
function uploader(ctx: AppContext, auth: Auth) {
  return (permission: Permission): MiddlewareHandler<UploadVariables> =>
    async (c, next) => {
      const staff = await staffOf(ctx, auth, c.req.raw.headers)
      const request: StaffContext = { ...ctx, requestId: c.get('requestId'), staff }
      authorise(request, permission)
      c.set('staff', request)
      await next()
    }
}
