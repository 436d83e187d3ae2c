import type { z } from 'zod'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { slugState } from './links'
import { CheckSlug } from './schemas'

/** Whether the page may have this link, while it is being typed. */
export async function checkSlug({ ctx, input }: { ctx: StaffContext; input: z.input<typeof CheckSlug> }) {
  authorise(ctx, 'page.read')
  const { id, slug } = CheckSlug.parse(input)
  return { slug, state: await slugState(ctx.db.read, slug, id) }
}
