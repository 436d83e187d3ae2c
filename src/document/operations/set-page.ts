import { z } from 'zod'
import { PageDefinition } from '../../../schemas/page'
import type { PageDiff } from '../diff'
import { DocumentError } from '../errors'
import type { Operation } from '../operation'
import { problemsOf } from '../validate'

// Built from the parts: a schema with a check on the whole document cannot be cut to size.
const { title, theme, share, settings } = PageDefinition.shape
const Patch = z.strictObject({ title, theme, share, settings }).partial()

/** Changes the page's title, theme, share card or settings; each is replaced whole. */
export function setPage(_page: PageDefinition, { patch }: Extract<Operation, { kind: 'setPage' }>): PageDiff {
  const parsed = Patch.safeParse(patch)
  if (!parsed.success) throw new DocumentError('invalid_page', problemsOf(parsed.error.issues, []))
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  return { page: Object.fromEntries(given) }
}
