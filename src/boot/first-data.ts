import type { Env } from '@/src/lib/env'
import { seedDemo } from '@/src/services/demo'
import { ensureAdmin } from '@/src/services/staff'
import type { Booted } from './context'

/** Makes the demo on first start, in demo mode, and the first admin where one is configured. */
export async function addFirstData({ ctx, auth }: Booted, env: Env): Promise<void> {
  if (!auth) return
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = env
  // Of several consoles that start on an empty database one makes it, and the others find it made.
  await ctx.db.exclusively(async () => {
    if (env.DEMO) await seedDemo(ctx, auth)
    if (email && password) await ensureAdmin(ctx, auth, { email, password })
  })
}
