import type { MemberFacts } from './condition-holds'

/*
 * As whom, when and in what situation a page is looked at before it is published: in the editor's
 * canvas and behind a preview link. Apart from zod, which neither of them loads.
 */

export const MOMENTS = ['now', 'before', 'during', 'after'] as const
export const VIEWERS = ['anonymous', 'new', 'old', 'silent'] as const
export const SITUATIONS = ['usual', 'played', 'soldOut', 'notEligible', 'offline'] as const

/** How a draw that is tried out ends: by its odds, or as staff want to see it. */
export const LUCKS = ['odds', 'win', 'miss'] as const
export type Luck = (typeof LUCKS)[number]

/** `moment` is of the campaign; `now` is what the clock and the campaign's own state say. */
export interface Viewpoint {
  moment: (typeof MOMENTS)[number]
  viewer: (typeof VIEWERS)[number]
  situation: (typeof SITUATIONS)[number]
  luck: Luck
}

/** What anybody sees who opens the page now. */
export const PLAIN_VIEWPOINT: Viewpoint = {
  moment: 'now',
  viewer: 'anonymous',
  situation: 'usual',
  luck: 'odds',
}

const HOUR_MS = 3_600_000
/** How long before its start, and after its end, a campaign is looked at. */
const BEFORE_MS = 24 * HOUR_MS - 60_000
const AFTER_MS = HOUR_MS

/**
 * The instant (ms) at which a campaign is looked at. During it that is now while it runs, else its
 * middle. Without a campaign it is always now.
 */
export function instantOf(
  moment: Viewpoint['moment'],
  campaign: { startsAt: number; endsAt: number } | undefined,
  now: number,
): number {
  if (!campaign || moment === 'now') return now
  const { startsAt, endsAt } = campaign
  if (moment === 'before') return startsAt - BEFORE_MS
  if (moment === 'after') return endsAt + AFTER_MS
  return now >= startsAt && now < endsAt ? now : Math.floor((startsAt + endsAt) / 2)
}

/** The phase of a campaign at a moment that is not now. */
export const PHASE_AT = { before: 'not_started', during: 'running', after: 'ended' } as const

/** What conditions are told of whoever is pretended to look; undefined for a stranger. */
export function pretendedFacts({ viewer }: Pick<Viewpoint, 'viewer'>): MemberFacts | undefined {
  if (viewer === 'anonymous') return undefined
  return { level: null, city: null, tags: [], daysKnown: PRETENDED[viewer].daysKnown }
}

/** What is pretended of a member; `daysKnown` since they came to the shop, `points` to spend. */
export const PRETENDED = {
  new: { daysKnown: 0, points: 0, cashFen: 0 },
  old: { daysKnown: 400, points: 6_800, cashFen: 1_888 },
  silent: { daysKnown: 200, points: 320, cashFen: 0 },
} as const
