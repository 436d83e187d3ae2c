import { SUBJECT, subjectOf } from '@/widgets/kit/invitation'
import { isOver, isSigned, type SigningContext, secondsText, sign } from './sign'

const signed = (toolId: string, subject: string, until: string) => ['invitation', toolId, subject, until]

/**
 * An invitation to one tool about `subject`: `<subject>.<until, s in base 36>.<MAC>`. The tool is in
 * the MAC alone: whoever follows a link says by the page which tool it is for.
 *
 * @throws Error for a subject that a link cannot carry: a mistake of the tool's.
 */
export function issueInvitation(
  ctx: SigningContext,
  { toolId, subject, until }: { toolId: string; subject: string; until: Date },
): string {
  if (!SUBJECT.test(subject)) throw new Error(`an invitation cannot be about "${subject}"`)
  const seconds = secondsText(until)
  return `${subject}.${seconds}.${sign(ctx, signed(toolId, subject, seconds))}`
}

/** What is wrong with an invitation to this tool; undefined when nothing is. */
export function invitationRefusal(
  ctx: SigningContext,
  { toolId, token, now }: { toolId: string; token: string; now: Date },
): 'forged_invitation' | 'expired_invitation' | undefined {
  const [subject = '', until = '', mac = ''] = token.split('.')
  if (subjectOf(token) !== subject || !isSigned(ctx, signed(toolId, subject, until), mac))
    return 'forged_invitation'
  return isOver(until, now) ? 'expired_invitation' : undefined
}
