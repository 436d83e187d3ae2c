import type { StaffContext } from '../context'
import { requireStaff } from './authorise'
import { permissionsOf } from './permissions'

/** Who is signed in, what they may do, and what the console must know of the shop. */
export async function me({ ctx }: { ctx: StaffContext }) {
  const staff = requireStaff(ctx)
  return {
    ...staff,
    permissions: permissionsOf(staff.roles),
    timeZone: ctx.timeZone,
    isDemo: ctx.isDemo,
  }
}
