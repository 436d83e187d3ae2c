import { eq, member, type ReadDb } from '@/src/db'
import type { Member } from '@/widgets/kit/tool'
import { maskedName } from './masked-name'

/** A member by the nickname they see themselves, and as tools may see them; undefined for none of that id. */
export async function readShownMember(
  db: ReadDb,
  id: string,
): Promise<{ nickname: string; level: string | null; city: string | null; shown: Member } | undefined> {
  const { nickname, level, city } = member
  const [row] = await db.select({ nickname, level, city }).from(member).where(eq(member.id, id))
  return row && { ...row, shown: { id, name: maskedName(row.nickname) } }
}
