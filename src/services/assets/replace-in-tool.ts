import type { z } from 'zod'
import { describeFields } from '@/widgets/kit/describe-fields'
import type { StaffContext } from '../context'
import { getTool } from '../tools/internal'
import { toolDefinitionOf } from '../tools/load'
import type { UpdateTool } from '../tools/schemas'
import { updateTool } from '../tools/update'
import { despiteOthers } from './despite-others'
import { type Replacement, replaceInValues } from './replace-in-page'

/** What came out of the database as JSON is JSON with another address in it. */
type Config = z.input<typeof UpdateTool>['config']

interface ReplacedTool {
  id: string
  name: string
}

/**
 * Puts another picture into a tool's configuration wherever it shows this one: members see it at
 * once. Undefined when it does not show it. Throws what `updateTool` does.
 */
export function replaceInTool(
  ctx: StaffContext,
  id: string,
  hash: string,
  picture: Replacement,
): Promise<ReplacedTool | undefined> {
  return despiteOthers(async () => {
    const { type, name, revision, config: before } = await getTool(ctx.db.read, id)
    const definition = toolDefinitionOf(type)
    const fields = definition ? describeFields(definition.config) : []
    const config = replaceInValues(before, fields, hash, picture)
    if (config === before) return undefined
    await updateTool({ ctx, input: { id, revision, name, config: config as Config } })
    return { id, name }
  })
}
