import { eq, staff } from '@/src/db'
import type { AppContext } from '../context'
import { addStaff, hashPassword } from './add-staff'
import type { Auth } from './auth'

/**
 * Makes the first admin of an installation that has no staff but the demo's. Answers whether it
 * did. Once somebody can sign in, the given account is not looked at any more.
 */
export async function ensureAdmin(
  ctx: Pick<AppContext, 'db' | 'clock'>,
  auth: Auth,
  account: { email: string; password: string },
): Promise<boolean> {
  const [anybody] = await ctx.db.read
    .select({ id: staff.id })
    .from(staff)
    .where(eq(staff.isDemo, false))
    .limit(1)
  if (anybody) return false
  const passwordHash = await hashPassword(auth, account.password)
  const person = {
    email: account.email,
    name: 'Admin',
    roles: ['admin' as const],
    isDemo: false,
    passwordHash,
  }
  await ctx.db.transaction((tx) => addStaff(tx, person, ctx.clock.now()))
  return true
}
