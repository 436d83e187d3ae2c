import { eq, member, type ReadDb } from '@/src/db'
import type { Member } from '@/widgets/kit/tool'
import { maskedName } from './masked-name'

/** A member by the nickname they see themselves, and as tools may see them; undefined for none of that id. */
export async function readShownMember(
  db: ReadDb,
  id: string,
): Promise<{ nickname: string; shown: Member } | undefined> {
  const [row] = await db.select({ nickname: member.nickname }).from(member).where(eq(member.id, id))
  return row && { ...row, shown: { id, name: maskedName(row.nickname) } }
}
