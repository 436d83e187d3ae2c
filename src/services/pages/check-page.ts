import type { PageDefinition } from '@/schemas/page'
import { createPageCheck, type Finding } from '@/src/document'
import { definitions } from '@/widgets/registry.definitions.gen'
import { readCheckRules } from '../check-rules/read'
import type { StaffContext } from '../context'
import type { PageRow } from './internal'
import { readFacts } from './read-facts'

/**
 * Everything that is found of a page, with what only the server knows. Errors stop publishing. What
 * cannot be drawn is looked for only when nothing else stands in the way.
 */
export async function checkPage(
  ctx: StaffContext,
  row: PageRow,
  definition: PageDefinition,
): Promise<Finding[]> {
  const pages = createPageCheck(definitions, await readCheckRules(ctx.db.read))
  const facts = await readFacts(ctx, row, pages.asks(definition), definition.settings.locale)
  const findings = pages.check(definition, facts)
  return findings.some(({ level }) => level === 'error')
    ? findings
    : [...findings, ...renderingErrors(ctx, definition)]
}

function renderingErrors(ctx: StaffContext, definition: PageDefinition): Finding[] {
  try {
    ctx.checkRendering(definition)
    return []
  } catch (error) {
    ctx.log.warn(
      { err: error, requestId: ctx.requestId },
      'a page that was to be published cannot be rendered',
    )
    const blockId = (error as { blockId?: unknown }).blockId
    const path = typeof blockId === 'string' ? ['blocks', blockId] : []
    return [{ level: 'error', code: 'cannot_render', path }]
  }
}
