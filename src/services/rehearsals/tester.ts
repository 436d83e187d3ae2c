import { count, eq, member } from '@/src/db'
import { newId } from '@/src/lib/ids'
import type { AppContext, MemberIdentity } from '../context'
import { bringWallets } from '../wallets/bring'

/** Devices one rehearsal lets in. */
export const TESTERS_MOST = 100
/** Testers are old customers: a rule that keeps new accounts away would let nobody test anything. */
const MEMBER_SINCE_MS = 365 * 24 * 60 * 60 * 1000

/**
 * Makes one more tester, a member of the rehearsal's own with a wallet of test points. Undefined
 * when there are as many as it lets in.
 */
export async function addTester(stage: AppContext, pointsEach: number): Promise<MemberIdentity | undefined> {
  const now = stage.clock.now()
  const id = newId('mbr', now)
  const since = new Date(now.getTime() - MEMBER_SINCE_MS)
  return stage.db.transaction(async (tx) => {
    const [known] = await tx.select({ testers: count() }).from(member)
    const testers = known?.testers ?? 0
    if (testers >= TESTERS_MOST) return undefined
    await tx.insert(member).values({
      id,
      shopMemberId: `rehearsal-${id}`,
      nickname: `测试 ${testers + 1}`,
      createdAt: since,
    })
    const pointsUntil = new Date(now.getTime() + MEMBER_SINCE_MS)
    if (pointsEach > 0)
      await bringWallets(tx, [{ memberId: id, points: pointsEach, pointsUntil, cashFen: 0 }], now)
    return { id }
  })
}

/** The tester's name; undefined when the rehearsal knows no such member. */
export async function testerName(stage: AppContext, memberId: string): Promise<string | undefined> {
  const [row] = await stage.db.read
    .select({ nickname: member.nickname })
    .from(member)
    .where(eq(member.id, memberId))
  return row?.nickname
}
