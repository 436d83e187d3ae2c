import { isOver, isSigned, type SigningContext, secondsText, sign } from './sign'

/**
 * A proof lasts one to two of these, ms. It begins anew on the clock's marks and not with each
 * opening: a phone that asks again is told the same and has nothing to draw.
 */
const STEP_MS = 10 * 60 * 1_000

interface Opened {
  toolId: string
  token: string
  memberId: string
  now: Date
}

const signed = ({ toolId, token, memberId }: Opened, until: string) => [
  'proof',
  toolId,
  token,
  memberId,
  until,
]

/**
 * Proves for 10 to 20 minutes that this member opened this invitation: `<until>.<MAC>`. Nobody but
 * the engine can make one, and it is made for who opens the page and for nothing else.
 */
export function issueProof(ctx: SigningContext, opened: Opened): string {
  const until = secondsText(new Date((Math.floor(opened.now.getTime() / STEP_MS) + 2) * STEP_MS))
  return `${until}.${sign(ctx, signed(opened, until))}`
}

/** What is wrong with a proof; undefined when nothing is. */
export function proofRefusal(
  ctx: SigningContext,
  opened: Opened & { proof: string },
): 'no_proof' | 'forged_proof' | 'expired_proof' | undefined {
  if (opened.proof === '') return 'no_proof'
  const [until = '', mac = '', ...rest] = opened.proof.split('.')
  if (rest.length > 0 || !isSigned(ctx, signed(opened, until), mac)) return 'forged_proof'
  return isOver(until, opened.now) ? 'expired_proof' : undefined
}
