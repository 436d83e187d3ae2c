import type { z } from 'zod'
import { AppError } from '@/src/lib/errors'
import { describeFields } from '@/widgets/kit/describe-fields'
import type { StaffContext } from '../context'
import { getTool } from '../tools/internal'
import { toolDefinitionOf } from '../tools/load'
import type { UpdateTool } from '../tools/schemas'
import { updateTool } from '../tools/update'
import { type Replacement, replaceInValues } from './replace-in-page'

/** Somebody may save the same tool just then; the picture is then put into what they saved. */
const TRIES = 3

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
export async function replaceInTool(
  ctx: StaffContext,
  id: string,
  hash: string,
  picture: Replacement,
): Promise<ReplacedTool | undefined> {
  for (let attempt = 1; ; attempt++) {
    const { type, name, revision, config: before } = await getTool(ctx.db.read, id)
    const definition = toolDefinitionOf(type)
    const fields = definition ? describeFields(definition.config) : []
    const config = replaceInValues(before, fields, hash, picture)
    if (config === before) return undefined
    try {
      await updateTool({ ctx, input: { id, revision, name, config: config as Config } })
      return { id, name }
    } catch (error) {
      const isOvertaken = error instanceof AppError && error.code === 'conflict'
      if (!isOvertaken || attempt === TRIES) throw error
    }
  }
}
