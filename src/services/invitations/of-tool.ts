import type { Invitations } from '@/widgets/kit/invitation'
import { issueProof } from './proof'
import type { SigningContext } from './sign'
import { invitationRefusal, issueInvitation } from './token'

/** The invitations of one tool as its presentation to this viewer makes and opens them. */
export function invitationsOf(
  ctx: SigningContext,
  { toolId, memberId, now }: { toolId: string; memberId: string | undefined; now: Date },
): Invitations {
  return {
    issue: (subject, until) => issueInvitation(ctx, { toolId, subject, until }),
    open: (token) => {
      const status = invitationRefusal(ctx, { toolId, token, now })
      if (status) return { status }
      if (memberId === undefined) return { status: 'opened' }
      return { status: 'opened', proof: issueProof(ctx, { toolId, token, memberId, now }) }
    },
  }
}
