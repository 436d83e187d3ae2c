import { eq, staff, staffRole } from '@/src/db'
import { newId } from '@/src/lib/ids'
import type { AppContext, StaffIdentity } from '../context'

/** Where the API puts the address a request comes from; what a client writes there is dropped. */
export const CLIENT_ADDRESS_HEADER = 'x-zg-address'

/** What signing in needs of the context; the rest of it is made later. */
type AuthContext = Pick<AppContext, 'db' | 'clock' | 'isDemo' | 'publicUrl'>

/**
 * Sign-in of staff by e-mail and password, on cookies that scripts cannot read. What it stands on is
 * loaded here: a process that serves members alone has no room for it.
 */
export async function createAuth(ctx: AuthContext, secret: string) {
  const { betterAuth } = await import('better-auth')
  const { authAdapter } = await import('./auth-adapter')
  return betterAuth({
    secret,
    baseURL: ctx.publicUrl,
    basePath: '/api/auth',
    database: authAdapter(ctx.db),
    telemetry: { enabled: false },
    // Accounts are made when the installation is first started; nobody signs up.
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: { modelName: 'staff' },
    session: { modelName: 'staffSession', fields: { userId: 'staffId' } },
    account: { modelName: 'staffCredential', fields: { userId: 'staffId' } },
    verification: { modelName: 'staffVerification' },
    // The console is opened under whatever name the machine has; only that same name may post.
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    // Guessing is slow from one address, and one address may hold a whole office.
    rateLimit: { enabled: true, customRules: { '/sign-in/email': { window: 60, max: 30 } } },
    advanced: {
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      database: { generateId: () => newId('stf', ctx.clock.now()) },
      useSecureCookies: ctx.publicUrl?.startsWith('https:') ?? false,
      cookiePrefix: 'zg',
    },
    logger: { disabled: true },
  })
}

export type Auth = Awaited<ReturnType<typeof createAuth>>

/**
 * Who of the staff a request comes from, by its session cookie; undefined when nobody. Accounts
 * of the demo are nobody once demo mode is off.
 */
export async function staffOf(
  ctx: AuthContext,
  auth: Auth,
  headers: Headers,
): Promise<StaffIdentity | undefined> {
  const session = await auth.api.getSession({ headers })
  if (!session) return undefined
  const { id, name, email } = session.user
  const [row] = await ctx.db.read.select({ isDemo: staff.isDemo }).from(staff).where(eq(staff.id, id))
  if (!row || (row.isDemo && !ctx.isDemo)) return undefined
  const roles = await ctx.db.read
    .select({ role: staffRole.role })
    .from(staffRole)
    .where(eq(staffRole.staffId, id))
  return { id, name, email, roles: roles.map((r) => r.role) }
}
