import type { PageDefinition } from '@/schemas/page'
import { eq, formerSlug, publication } from '@/src/db'
import type { LinkParams, Member } from '@/widgets/kit/tool'
import type { AppContext } from '../context'
import { presentTools } from '../tools/present'
import { readVersion, toolsOfBlocks } from './version'

/** What a link shows now. */
export interface Published {
  /** The page's own; what was asked for may be one it had before. */
  slug: string
  /** The page version's hash. */
  version: string
  definition: PageDefinition
}

/** What a link points at; undefined when nothing is published there. */
export async function readPublication(ctx: AppContext, slug: string): Promise<Published | undefined> {
  const row = (await pointerOf(ctx, slug)) ?? (await pointerBefore(ctx, slug))
  const definition = row && (await readVersion(ctx, row.version))
  return row && definition ? { ...row, definition } : undefined
}

async function pointerOf({ db }: AppContext, slug: string) {
  const [row] = await db.read
    .select({ slug: publication.slug, version: publication.versionHash })
    .from(publication)
    .where(eq(publication.slug, slug))
  return row
}

/** A link the page had before goes on opening it. */
async function pointerBefore({ db }: AppContext, slug: string) {
  const [row] = await db.read
    .select({ slug: publication.slug, version: publication.versionHash })
    .from(formerSlug)
    .innerJoin(publication, eq(publication.pageId, formerSlug.pageId))
    .where(eq(formerSlug.slug, slug))
  return row
}

/** What a member, or anybody, may see of each block's tool now, by the block's id. */
export async function presentBlocks(
  ctx: AppContext,
  definition: PageDefinition,
  member: Member | undefined,
  params: LinkParams = {},
): Promise<Record<string, unknown>> {
  const bound = toolsOfBlocks(definition, ctx.clock.now())
  if (bound.size === 0) return {}
  const states = await presentTools(ctx, ctx.db.read, [...bound.values()], member, params)
  return Object.fromEntries(
    [...bound].flatMap(([blockId, toolId]) => (toolId in states ? [[blockId, states[toolId]]] : [])),
  )
}
