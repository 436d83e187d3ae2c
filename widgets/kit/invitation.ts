import { z } from 'zod'

/*
 * An invitation is a link's parameter that one member hands to friends: `<subject>.<until>.<MAC>`.
 * The engine makes it and the engine alone can tell a true one; tools only read what it is about.
 * It is kept to the 64 characters that a link's parameter may have.
 */

/** What a subject may look like: a member, a row of the tool's own. Chosen by the tool. */
export const SUBJECT = /^[0-9a-z_-]{1,33}$/
const TOKEN = /^[0-9a-z_-]{1,33}\.[0-9a-z]{6,7}\.[\w-]{22}$/
const PROOF = /^[0-9a-z]{6,7}\.[\w-]{22}$/

export const InvitationToken = z.string().regex(TOKEN)
/** Empty for whoever has not opened the invitation signed in: the engine says so kindly. */
export const InvitationProof = z.string().regex(PROOF).or(z.literal(''))

/** What an action brings to show that its member really opened a friend's invitation. */
export interface InvitationClaim {
  token: string
  proof: string
}

/** Why an invitation is not accepted: the `rule` of a `not_eligible` outcome. */
export type InvitationRefusal =
  /** Changed, made up, or made for another tool. */
  | 'forged_invitation'
  | 'expired_invitation'
  /** Nobody opened it as this member. */
  | 'no_proof'
  /** Changed, made up, or made for another member or invitation. */
  | 'forged_proof'
  /** Opened too long ago: opening it again helps. */
  | 'expired_proof'

export type OpenedInvitation =
  /** Signed out there is no proof. */
  { status: 'opened'; proof?: string } | { status: 'forged_invitation' | 'expired_invitation' }

/** Invitations to one tool, by and for the viewer. For presentations. */
export interface Invitations {
  /** The token for a link about `subject`, good until then, to the second. The same each time. */
  issue: (subject: string, until: Date) => string
  /** Opens the invitation that the page's link carries, which is what a later action must prove. */
  open: (token: string) => OpenedInvitation
}

/** What a token is about, not knowing yet whether it is a true one. Undefined for what cannot be one. */
export function subjectOf(token: string | undefined): string | undefined {
  return token !== undefined && TOKEN.test(token) ? token.slice(0, token.indexOf('.')) : undefined
}
