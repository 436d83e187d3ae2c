import type { z } from 'zod'
import { PREVIEW_PATH } from '@/schemas/page-preview'
import type { StaffContext } from '../context'
import { getPage } from '../pages/internal'
import { authorise } from '../staff/authorise'
import { CreatePreviewLink } from './schemas'
import { issuePreviewToken } from './token'

/** A link is handed around on the day it is made, and should not outlive the page it shows. */
const LASTS_SECONDS = 24 * 60 * 60

/**
 * A link that shows the page's draft, as it is whenever it is opened, to whoever has it: on a
 * phone, without signing in, for a day. `path` is of this server.
 */
export async function createPreviewLink({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof CreatePreviewLink>
}) {
  authorise(ctx, 'page.read')
  const { id } = CreatePreviewLink.parse(input)
  await getPage(ctx.db.read, id)
  const until = Math.floor(ctx.clock.now().getTime() / 1_000) + LASTS_SECONDS
  return { path: `${PREVIEW_PATH}${issuePreviewToken(ctx, id, until)}`, expiresAt: new Date(until * 1_000) }
}
