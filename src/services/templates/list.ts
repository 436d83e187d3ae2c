import type { z } from 'zod'
import { and, contains, desc, eq, lt, staff, template } from '@/src/db'
import type { StaffContext } from '../context'
import { toPage } from '../paging'
import { authorise } from '../staff/authorise'
import { BUILT_IN } from './library'
import { ListTemplates } from './schemas'

/** The templates that come with the product: what each is called and is for. */
export async function listBuiltIn({ ctx }: { ctx: StaffContext }) {
  authorise(ctx, 'page.read')
  return BUILT_IN.map(({ key, kind, name, description, occasion }) => ({
    key,
    kind,
    name,
    description,
    occasion,
  }))
}

/** Those that staff saved, from the newest, without what is in them. */
export async function listTemplates({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ListTemplates>
}) {
  const me = authorise(ctx, 'page.read')
  const { kind, isMine, search, cursor, limit } = ListTemplates.parse(input)
  const rows = await ctx.db.read
    .select({
      id: template.id,
      kind: template.kind,
      name: template.name,
      updatedAt: template.updatedAt,
      savedBy: staff.name,
      createdBy: template.createdBy,
    })
    .from(template)
    .innerJoin(staff, eq(staff.id, template.createdBy))
    .where(
      and(
        kind ? eq(template.kind, kind) : undefined,
        isMine ? eq(template.createdBy, me.id) : undefined,
        search ? contains(template.name, search) : undefined,
        cursor ? lt(template.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(template.id))
    .limit(limit + 1)
  const canChange = (createdBy: string) => createdBy === me.id || me.roles.includes('admin')
  return toPage(
    rows.map(({ createdBy, ...row }) => ({ ...row, canChange: canChange(createdBy) })),
    limit,
  )
}
