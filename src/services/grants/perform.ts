import { z } from 'zod'
import type { Outcome } from '@/schemas/outcome'
import { BlockId } from '@/schemas/page'
import { ContentHash, IdempotencyKey } from '@/schemas/primitives'
import { blockOf, canonicalJson, isShown } from '@/src/document'
import { AppError } from '@/src/lib/errors'
import { sha256Hex } from '@/src/lib/hash'
import type { AppContext, MemberContext } from '../context'
import { explainUndecided } from '../decisions/explain'
import type { Refused } from '../decisions/log'
import { verifyInvitation } from '../invitations'
import { isPlayable } from '../publications/playable'
import { readVersion } from '../publications/version'
import { readTools, widgetToolOf } from '../tools/load'
import type { ActionRequest } from './batch'
import { readProtection } from './protect'
import { readAnswered, requestText } from './store'

/** What every action takes beside its own input: which block of which version, and the key. */
export const ActionEnvelope = z.object({ version: ContentHash, block: BlockId, key: IdempotencyKey })

interface Perform {
  ctx: MemberContext
  /** The widget's type and its action, as the procedure is named. */
  type: string
  action: string
  input: z.infer<typeof ActionEnvelope> & { input: unknown }
}

/**
 * A member's action on a published block. Answers how it ended; a repeated key answers the same.
 * Throws `not_found` when there is no such block in that version, it plays another tool or is not
 * shown any more, and `idempotency_mismatch` when the key was used for another request.
 */
export async function performAction({ ctx, type, action, input }: Perform): Promise<Outcome> {
  const definition = widgetToolOf(type)?.actions[action]
  if (!definition) throw new AppError('not_found', `no action ${type}.${action}`)
  const { version, block, key } = ActionEnvelope.parse(input)
  const actionInput = definition.input.parse(input.input)
  const { toolId, isShownNow } = await toolOf(ctx, version, block, type)
  if (!ctx.member) return { status: 'login_required' }
  // The version is left out: a tap repeated after the page was published anew is the same tap.
  const inputHash = sha256Hex(canonicalJson({ toolId, action, input: actionInput }))
  const request: ActionRequest = {
    memberId: ctx.member.id,
    toolId,
    action,
    input: actionInput,
    key,
    inputHash,
    origin: ctx.origin,
    tapped: { version, block },
    helps: definition.helps?.(actionInput),
  }
  if (!isShownNow || !(await isPlayable(ctx, { version, blockId: block, toolId }))) {
    const before = await answeredBefore(ctx, request)
    if (before) return before
    noteRefusedEarly(ctx, await campaignOf(ctx, toolId), request, 'page', { status: 'not_shown' })
    throw new AppError('not_found', `${block} of version ${version} is not shown any more`)
  }
  const campaignId = await campaignOf(ctx, toolId)
  const claim = definition.invitation?.(actionInput)
  const rule = claim && verifyInvitation(ctx, { ...request, ...claim, now: ctx.clock.now() })
  if (rule) {
    // A tap whose answer was lost is the same tap after its proof ran out.
    const before = await answeredBefore(ctx, request)
    if (before) return before
    noteRefusedEarly(ctx, campaignId, request, 'invitation', { status: 'not_eligible', rule })
    return { status: 'not_eligible', rule }
  }
  request.protection = await readProtection(ctx.db.read, campaignId, ctx.clock.now())
  const outcome = await ctx.combiner.submit(campaignId, request)
  if (outcome.status === 'busy') noteRefusedEarly(ctx, campaignId, request, 'queue', outcome)
  // A repeat of what was answered before was decided by nobody.
  else if (request.refused) note(ctx, campaignId, request, { status: outcome.status, ...request.refused })
  return outcome
}

/** Keeps why an action gave nothing that never came to be decided. */
function noteRefusedEarly(
  ctx: AppContext,
  campaignId: string,
  request: ActionRequest,
  by: 'page' | 'invitation' | 'queue',
  { status, rule = '' }: { status: Refused['status']; rule?: string },
): void {
  note(ctx, campaignId, request, { status, rule, trace: explainUndecided(by, request, rule) })
}

function note(
  ctx: AppContext,
  campaignId: string,
  { memberId, toolId, action }: ActionRequest,
  why: Pick<Refused, 'status' | 'rule' | 'trace'>,
): void {
  ctx.decisions.note({ memberId, toolId, campaignId, action, ...why }, ctx.clock.now())
}

/** What the very same request was answered before; undefined when it never was. */
async function answeredBefore(ctx: AppContext, request: ActionRequest): Promise<Outcome | undefined> {
  const before = (await readAnswered(ctx.db.read, [request])).get(requestText(request))
  return before?.inputHash === request.inputHash ? (JSON.parse(before.outcome) as Outcome) : undefined
}

async function toolOf(ctx: AppContext, version: string, blockId: string, type: string) {
  const page = await readVersion(ctx, version)
  const block = page && blockOf(page, blockId)
  if (!page || block?.type !== type || !block.tool)
    throw new AppError('not_found', `no ${type} ${blockId} in version ${version}`)
  return { toolId: block.tool.id, isShownNow: isShown(page, blockId, ctx.clock.now().getTime()) }
}

async function campaignOf(ctx: AppContext, toolId: string): Promise<string> {
  const known = ctx.campaignOfTool.get(toolId)
  if (known) return known
  const tool = (await readTools(ctx.db.read, [toolId])).get(toolId)
  if (!tool) throw new AppError('not_found', `no tool ${toolId}`)
  ctx.campaignOfTool.set(toolId, tool.campaign.id)
  return tool.campaign.id
}
