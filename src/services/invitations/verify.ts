import type { InvitationClaim, InvitationRefusal } from '@/widgets/kit/invitation'
import { proofRefusal } from './proof'
import type { SigningContext } from './sign'
import { invitationRefusal } from './token'

/**
 * Why this member did not open a true invitation to this tool; undefined when they did. That each
 * friend counts once is for the tool to see to, which knows what once means.
 */
export function verifyInvitation(
  ctx: SigningContext,
  claim: InvitationClaim & { toolId: string; memberId: string; now: Date },
): InvitationRefusal | undefined {
  return invitationRefusal(ctx, claim) ?? proofRefusal(ctx, claim)
}
