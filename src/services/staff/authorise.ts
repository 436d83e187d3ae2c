import { AppError } from '@/src/lib/errors'
import type { StaffContext, StaffIdentity } from '../context'
import { type Permission, permissionsOf } from './permissions'

/** The member of staff behind the request. Throws `unauthenticated` when nobody is signed in. */
export function requireStaff(ctx: StaffContext): StaffIdentity {
  if (!ctx.staff) throw new AppError('unauthenticated', 'nobody is signed in')
  return ctx.staff
}

/** The first line of every staff verb. Throws `unauthenticated`, or `forbidden` naming what was missing. */
export function authorise(ctx: StaffContext, permission: Permission): StaffIdentity {
  const staff = requireStaff(ctx)
  if (!permissionsOf(staff.roles).includes(permission)) {
    throw new AppError('forbidden', `${staff.id} lacks ${permission}`, [
      { code: 'permission', params: { permission } },
    ])
  }
  return staff
}
