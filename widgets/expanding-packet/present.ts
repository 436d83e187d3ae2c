import type { LinkParams, Member, Needs, Now } from '../kit/tool'
import { cashOf, type ExpandingConfig, type Facts, soldOutNow } from './config'
import { helpedOnDay } from './help'
import { openedOnDay } from './open'
import {
  amountOf,
  isFull,
  isOpen,
  type Packet,
  packetKey,
  packetNamedBy,
  packetOf,
  subjectFor,
} from './packet'
import type { ExpandingState, Growth, ShownPacket } from './state'

export function presentNeeds(
  _: ExpandingConfig,
  member: Pick<Member, 'id'> | undefined,
  now: Now,
  params: LinkParams,
): Needs {
  const named = packetNamedBy(params.invite)
  return {
    counters: member ? [openedOnDay(member.id, now), helpedOnDay(member.id, now)] : [],
    rows: [member?.id, named?.memberId].flatMap((id) => (id ? [packetKey(id)] : [])),
  }
}

export function present(
  facts: Facts,
  member: Member | undefined,
  now: Now,
  params: LinkParams,
): ExpandingState {
  const { rewardId: _, ...terms } = facts.config
  const mine = member && packetOf(facts, member.id)
  const isShown = mine && (isOpen(mine, now.at) || mine.openedAt >= now.dayStartsAt.toISOString())
  return {
    phase: facts.campaign.phase,
    startsAt: facts.campaign.startsAt.toISOString(),
    endsAt: facts.campaign.endsAt.toISOString(),
    isSignedIn: member !== undefined,
    ...supplyOf(facts, now),
    nextDayAt: now.nextDayAt.toISOString(),
    useLink: cashOf(facts)?.useLink ?? '',
    terms,
    openedToday: member ? facts.used(openedOnDay(member.id, now)) : 0,
    ...(member && mine && isShown && { mine: own(facts, member, mine, now) }),
    ...friendOf(facts, member, now, params),
  }
}

function supplyOf(facts: Facts, now: Now): Pick<ExpandingState, 'supply' | 'moreAt'> {
  const cash = cashOf(facts)
  if (!cash) return { supply: 'not_offered' }
  if (!cash.reward.isEnabled) return { supply: 'suspended' }
  const none = soldOutNow(cash.reward, now)
  return none ? { supply: 'sold_out', ...(none.nextAt && { moreAt: none.nextAt }) } : { supply: 'plenty' }
}

/** The initiator alone is given the invitation: the link they share. */
function own(facts: Facts, member: Member, packet: Packet, now: Now): ShownPacket {
  const canInvite = packet.mode === 'friends'
  const invite = () => facts.invitations.issue(subjectFor(member.id, packet), new Date(packet.until))
  return { ...shown(packet, member, now), ...(canInvite && { invite: invite() }) }
}

/** A friend's packet, to who opened a true invitation to it; one's own link shows one's own packet. */
function friendOf(
  facts: Facts,
  member: Member | undefined,
  now: Now,
  { invite }: LinkParams,
): Pick<ExpandingState, 'friend'> {
  if (!invite) return {}
  const opened = facts.invitations.open(invite)
  const named = packetNamedBy(invite)
  const packet = named && packetOf(facts, named.memberId)
  if (opened.status === 'forged_invitation' || packet?.n !== named?.n || !packet)
    return { friend: { refused: 'unknown' } }
  if (named?.memberId === member?.id) return {}
  // Who helped is shown what came of it, also when nobody can help any more.
  const isHelper = packet.helps.some(({ memberId }) => memberId === member?.id)
  if (opened.status === 'expired_invitation' && !isHelper) return { friend: { refused: 'expired' } }
  const proof = opened.status === 'opened' && opened.proof
  return { friend: { ...shown(packet, member, now), ...(proof && { proof }) } }
}

function growthOf(packet: Packet, at: Date): Growth {
  if (packet.collected) return 'collected'
  if (!isOpen(packet, at)) return 'lapsed'
  if (isFull(packet)) return 'full'
  return at.toISOString() < packet.until ? 'growing' : 'over'
}

function shown(packet: Packet, viewer: Member | undefined, now: Now): ShownPacket {
  const { n, mode, name, baseFen, targetFen, helpers, until, collectUntil, helps, collected } = packet
  return {
    n,
    growth: growthOf(packet, now.at),
    mode,
    from: name,
    baseFen,
    targetFen,
    amountFen: amountOf(packet),
    helpers,
    until,
    collectUntil,
    helps: helps
      .map((each) => ({ name: each.name, fen: each.fen, at: each.at, isMe: each.memberId === viewer?.id }))
      .reverse(),
    ...(collected && { collectedFen: collected.fen }),
  }
}
