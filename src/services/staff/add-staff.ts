import type { StaffRole } from '@/schemas/staff'
import { staff, staffCredential, staffRole, type Tx } from '@/src/db'
import { newId } from '@/src/lib/ids'
import type { Auth } from './auth'

export interface NewStaff {
  name: string
  email: string
  passwordHash: string
  roles: StaffRole[]
  isDemo: boolean
}

/** Scrypt takes a tenth of a second, so it is done before the transaction that stores it. */
export async function hashPassword(auth: Auth, password: string): Promise<string> {
  return (await auth.$context).password.hash(password)
}

/** Adds a member of staff who signs in with a password. Answers the id. */
export async function addStaff(
  tx: Tx,
  person: NewStaff & { passwordHash: string },
  now: Date,
): Promise<string> {
  const id = newId('stf', now)
  const { name, email, roles, isDemo, passwordHash } = person
  const made = { createdAt: now, updatedAt: now }
  await tx
    .insert(staff)
    .values({ id, name, email: email.toLowerCase(), emailVerified: true, isDemo, ...made })
  await tx.insert(staffCredential).values({
    id: newId('stf', now),
    staffId: id,
    accountId: id,
    providerId: 'credential',
    password: passwordHash,
    ...made,
  })
  if (roles.length > 0) await tx.insert(staffRole).values(roles.map((role) => ({ staffId: id, role })))
  return id
}
