import type { z } from 'zod'
import type { PageFacts as Facts } from '@/schemas/page-facts'
import type { StaffContext } from '../context'
import { authorise } from '../staff/authorise'
import { getPage } from './internal'
import { readFacts } from './read-facts'
import { PageFacts } from './schemas'

/** What the editor's checks of a page need to know and only the server does. Throws `not_found`. */
export async function pageFacts({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof PageFacts>
}): Promise<Facts> {
  authorise(ctx, 'page.read')
  const { id, locale, ...asked } = PageFacts.parse(input)
  return readFacts(ctx, await getPage(ctx.db.read, id), asked, locale)
}
