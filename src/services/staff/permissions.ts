import type { StaffRole } from '@/schemas/staff'

const ALL = [
  'page.read',
  'page.write',
  'page.publish',
  'campaign.read',
  'campaign.write',
  'campaign.run',
  'campaign.rehearse',
  'reward.read',
  'reward.write',
  'tool.read',
  'tool.write',
  'budget.read',
  'budget.write',
  'grant.read',
  'grant.address',
  'grant.revoke',
  'grant.give',
  'grant.confirm',
  'payout.read',
  'payout.write',
  'tax.export',
  'shipping.read',
  'shipping.write',
  'shipping.export',
  'submission.read',
  'submission.export',
  'submission.erase',
  'outbox.read',
  'outbox.write',
  'asset.write',
  'product.read',
  'product.write',
  'risk.write',
  'check.write',
] as const

export type Permission = (typeof ALL)[number]

const READ: Permission[] = [
  'page.read',
  'campaign.read',
  'reward.read',
  'tool.read',
  'budget.read',
  'product.read',
]

/** What each role may do. The one table; screens and services both follow it. */
const GRANTED: Record<StaffRole, readonly Permission[]> = {
  product: [
    ...READ,
    'page.write',
    'page.publish',
    'campaign.rehearse',
    'tool.write',
    'reward.write',
    'submission.read',
    'asset.write',
    'product.write',
  ],
  operator: [
    ...READ,
    'page.write',
    'page.publish',
    'campaign.write',
    'campaign.run',
    'campaign.rehearse',
    // Until budgets are applied for and approved, whoever plans a campaign gives it its money.
    'budget.write',
    'tool.write',
    'reward.write',
    'grant.read',
    'grant.give',
    // Sends by what the warehouse says; whole addresses are not for them.
    'shipping.read',
    'shipping.write',
    // Leads are theirs to call; what a member wants deleted is support's to see to.
    'submission.read',
    'submission.export',
    'risk.write',
    'asset.write',
    'product.write',
  ],
  business: [...READ, 'submission.read', 'grant.read', 'grant.confirm', 'budget.write'],
  approver: [...READ, 'grant.read', 'grant.confirm'],
  finance: [
    ...READ,
    'grant.read',
    'grant.confirm',
    'payout.read',
    'payout.write',
    'tax.export',
    'outbox.read',
    'outbox.write',
  ],
  // Whole addresses are looked at one by one, by whoever speaks with the member.
  support: [
    ...READ,
    'grant.read',
    'grant.address',
    'grant.revoke',
    'grant.give',
    'shipping.read',
    'shipping.write',
    'shipping.export',
    'submission.read',
    'submission.export',
    'submission.erase',
  ],
  admin: ALL,
}

/** Everything the roles together allow, without repeats, in a fixed order. */
export function permissionsOf(roles: readonly StaffRole[]): Permission[] {
  return ALL.filter((permission) => roles.some((role) => GRANTED[role].includes(permission)))
}
