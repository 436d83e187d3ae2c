import { eq, member, type ReadDb } from '@/src/db'
import type { Member } from '@/widgets/kit/tool'
import { maskedName } from './masked-name'

/** The member as tools may see them; undefined when there is none of that id. */
export async function readShownMember(db: ReadDb, id: string): Promise<Member | undefined> {
  const [row] = await db.select({ nickname: member.nickname }).from(member).where(eq(member.id, id))
  return row && { id, name: maskedName(row.nickname) }
}
