import { instant, table, text } from '../kit'
import { member } from './member'

/** Who a member is by law, for the declaration of tax on what they won. */
export const taxIdentity = table('tax_identity', {
  memberId: text('member_id')
    .primaryKey()
    .references(() => member.id),
  /** Name and number, readable by the installation's key only (`src/services/identities/seal.ts`). */
  sealed: text('sealed').notNull(),
  /** When the member agreed that it is stored and declared. */
  consentedAt: instant('consented_at').notNull(),
  /** When it was first part of an exported declaration: from then on it stays as it is. */
  declaredAt: instant('declared_at'),
  createdAt: instant('created_at').notNull(),
})
