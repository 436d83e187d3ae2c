import type { PageDefinition } from '@/schemas/page'
import type { AppContext } from '../context'
import { myRewards } from '../grants/mine'
import { type MemberOfPage, memberOfPage, readPageCampaign } from '../publications/condition-facts'
import { presentBlocks, readPublication } from '../publications/read'
import { codeOf } from './mark'
import { isPlayed, type RehearsalRow, readOpenRow, readRehearsalRow, stageOf } from './stage'
import { addTester, testerName } from './tester'
import { issueLink, issueTester, readLink, readTester } from './token'

/** Who opens a rehearsal's link: what its address and their cookie say. */
export interface Visitor {
  token: string
  cookie: string | undefined
  /** False for whoever only looks at the link, as scanners do: nobody is let in for that. */
  mayJoin: boolean
}

/** Why a rehearsal's link shows nothing of it. */
type Closed =
  | { status: 'unknown' | 'over' | 'full' }
  /** It was started anew: the link's other token. */
  | { status: 'moved'; token: string }

/** Somebody in a rehearsal. */
interface Visit {
  status: 'open'
  /** By which a rehearsal is told from another, and the tester's name in it. */
  code: string
  name: string
  /** The cookie's value; undefined when it was brought along. */
  cookie: string | undefined
  now: Date
}

/** A page, with what its conditions ask of the tester. */
interface RehearsedPage {
  version: string
  definition: PageDefinition
  tools: object
  member: MemberOfPage['member'] | undefined
  toolsOfMember: object
  campaign: { phase: string; name: string } | undefined
}

/** A published page as it is rehearsed; `page` is undefined when the rehearsal has none of that slug. */
export async function visitPage(
  ctx: AppContext,
  visitor: Visitor,
  slug: string,
): Promise<Closed | (Visit & { page?: RehearsedPage })> {
  const entered = await enter(ctx, visitor)
  if (entered.status !== 'open') return entered
  const { stage, memberId, ...visit } = entered
  const published = await readPublication(stage, slug)
  if (!published) return visit
  const { version, definition } = published
  const [tools, known, campaign] = await Promise.all([
    presentBlocks(stage, definition, undefined),
    memberOfPage(stage, memberId, definition),
    readPageCampaign(stage, slug),
  ])
  return {
    ...visit,
    page: { version, definition, tools, member: known?.member, toolsOfMember: known?.tools ?? {}, campaign },
  }
}

/** What the tester was given in the rehearsal, the latest of it. */
export async function visitRewards(ctx: AppContext, visitor: Visitor) {
  const entered = await enter(ctx, visitor)
  if (entered.status !== 'open') return entered
  const { stage, memberId, ...visit } = entered
  const asked = { ...stage, requestId: '', member: { id: memberId } }
  const { wallet, rewards } = await myRewards({ ctx: asked, input: {} })
  return { ...visit, wallet, rewards }
}

async function enter(
  ctx: AppContext,
  { token, cookie, mayJoin }: Visitor,
): Promise<Closed | (Visit & { stage: AppContext; memberId: string })> {
  const id = readLink(ctx, token)
  const row = id && (await readRehearsalRow(ctx.db.read, id))
  if (!row) return { status: 'unknown' }
  if (!isPlayed(ctx, row)) return whatFollowed(ctx, row)
  const stage = stageOf(ctx, row)
  const known = await knownTester(ctx, stage, row, cookie)
  const tester = known ?? (mayJoin ? await letIn(ctx, stage, row) : undefined)
  if (!tester) return { status: mayJoin ? 'full' : 'over' }
  return { status: 'open', stage, code: codeOf(row.id), now: stage.clock.now(), ...tester }
}

async function whatFollowed(ctx: AppContext, row: RehearsalRow): Promise<Closed> {
  const next = row.closedWhy === 'restarted' ? await readOpenRow(ctx.db.read, row.campaignId) : undefined
  return next && isPlayed(ctx, next)
    ? { status: 'moved', token: issueLink(ctx, next.id) }
    : { status: 'over' }
}

async function knownTester(
  ctx: AppContext,
  stage: AppContext,
  { id }: RehearsalRow,
  cookie: string | undefined,
) {
  const tester = readTester(ctx, cookie)
  if (tester?.rehearsalId !== id) return undefined
  const name = await testerName(stage, tester.memberId)
  return name === undefined ? undefined : { memberId: tester.memberId, name, cookie: undefined }
}

async function letIn(ctx: AppContext, stage: AppContext, { id, pointsEach }: RehearsalRow) {
  const added = await addTester(stage, pointsEach)
  const name = added && (await testerName(stage, added.id))
  if (!added || name === undefined) return undefined
  const cookie = issueTester(ctx, { rehearsalId: id, memberId: added.id })
  return { memberId: added.id, name, cookie }
}
