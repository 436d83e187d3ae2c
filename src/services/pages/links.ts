import { Slug } from '@/schemas/primitives'
import { eq, formerSlug, page, type ReadDb } from '@/src/db'
import { AppError } from '@/src/lib/errors'

/** What reads like a place of the site's own, or of a colleague's trial. */
const RESERVED = new Set([
  ...['admin', 'api', 'app', 'assets', 'canvas', 'console', 'definition', 'edit', 'editor', 'help', 'index'],
  ...['login', 'logout', 'me', 'my', 'new', 'p', 'preview', 'rehearsal', 'rewards', 'settings', 'sign-in'],
  ...['static', 'staff', 'system', 'test', 'undefined', 'null', 'www'],
])

export type SlugState = 'free' | 'own' | 'taken' | 'reserved' | 'invalid'

/**
 * Whether a page may have the link. One that another page had before is taken: it still opens that
 * page, and whoever scans an old poster must not land on another.
 */
export async function slugState(db: ReadDb, slug: string, pageId: string | undefined): Promise<SlugState> {
  if (!Slug.safeParse(slug).success) return 'invalid'
  const [now] = await db.select({ id: page.id }).from(page).where(eq(page.slug, slug))
  if (now) return now.id === pageId ? 'own' : 'taken'
  const [before] = await db
    .select({ id: formerSlug.pageId })
    .from(formerSlug)
    .where(eq(formerSlug.slug, slug))
  if (before) return before.id === pageId ? 'free' : 'taken'
  return RESERVED.has(slug) ? 'reserved' : 'free'
}

/** Throws `already_exists` for a link that belongs to another page, and `invalid_input` for a reserved word. */
export async function requireFreeSlug(db: ReadDb, slug: string, pageId?: string): Promise<void> {
  const state = await slugState(db, slug, pageId)
  if (state === 'taken')
    throw new AppError('already_exists', `the link ${slug} is taken`, [
      { code: 'slug_taken', path: ['slug'] },
    ])
  if (state === 'reserved')
    throw new AppError('invalid_input', `the link ${slug} is reserved`, [
      { code: 'slug_reserved', path: ['slug'] },
    ])
}
