import type { Trace } from '@/schemas/decision'
import type { AppContext, MemberIdentity } from '../context'

type LateContext = Pick<AppContext, 'clock' | 'decisions'>

/**
 * Records that a member came with a ticket that was good once, so that "why did this member get
 * nothing?" has an answer: a link kept too long, or a shop whose clock is wrong.
 */
export function noteLateTicket(
  ctx: LateContext,
  member: MemberIdentity,
  { issuedAt }: { issuedAt: Date },
): void {
  const now = ctx.clock.now()
  const instant = (name: string, at: Date) => ({ kind: 'instant' as const, name, at: at.toISOString() })
  const trace: Trace = [
    {
      check: 'session',
      result: 'refused',
      figures: [
        { kind: 'text', name: 'rule', value: 'late_ticket' },
        instant('ticketIssuedAt', issuedAt),
        instant('ticketUsedAt', now),
      ],
    },
  ]
  const refused = { status: 'login_required' as const, rule: 'late_ticket', trace }
  // It led to no tool yet, and so to no campaign.
  ctx.decisions.note({ memberId: member.id, toolId: '', campaignId: '', action: 'sign_in', ...refused }, now)
}
