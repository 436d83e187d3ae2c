import { z } from 'zod'

/** What a member of staff is trusted with; one person may hold several. */
export const StaffRole = z.enum([
  'product',
  'operator',
  'business',
  'approver',
  'finance',
  'support',
  'admin',
])
export type StaffRole = z.infer<typeof StaffRole>
