import { eq, type ReadDb, type Tx, toolReward } from '@/src/db'
import { AppError } from '@/src/lib/errors'
import type { AnyToolDefinition } from '@/widgets/kit/tool'
import { readRewards } from '../rewards/internal'
import { widgetToolOf } from './load'

/** A tool's type. Throws `invalid_input` when this build has no widget of that name. */
export function requireToolType(type: string): AnyToolDefinition {
  const definition = widgetToolOf(type)
  if (!definition)
    throw new AppError('invalid_input', `no tool of type ${type}`, [
      { code: 'unknown_tool_type', path: ['type'] },
    ])
  return definition
}

/**
 * A configuration that its tool's schema accepts and whose rewards exist. Throws `invalid_input`
 * with a detail for each problem, its path leading into `config`.
 */
export async function checkConfig(db: ReadDb, definition: AnyToolDefinition, config: unknown) {
  const parsed = definition.config.safeParse(config)
  if (!parsed.success) {
    const details = parsed.error.issues.map((issue) => ({
      code: issue.code === 'custom' ? issue.message : issue.code,
      path: ['config', ...issue.path.map(toKey)],
    }))
    throw new AppError('invalid_input', 'the configuration does not fit its schema', details)
  }
  const problems = definition.check?.(parsed.data) ?? []
  const rewardIds = [...new Set(definition.rewardIds(parsed.data))]
  const rewards = await readRewards(db, rewardIds)
  const details = [
    ...problems.map(({ code, path }) => ({ code, path: ['config', ...path] })),
    ...rewardIds
      .filter((id) => !rewards.has(id))
      .map((id) => ({ code: 'unknown_reward', path: ['config'], params: { id } })),
  ]
  if (details.length > 0) throw new AppError('invalid_input', 'the configuration contradicts itself', details)
  return { config: parsed.data as Record<string, unknown>, rewardIds }
}

/** Keeps the list of rewards a tool may grant in step with its configuration. */
export async function linkRewards(tx: Tx, toolId: string, rewardIds: string[]): Promise<void> {
  await tx.delete(toolReward).where(eq(toolReward.toolId, toolId))
  if (rewardIds.length > 0)
    await tx.insert(toolReward).values(rewardIds.map((rewardId) => ({ toolId, rewardId })))
}

const toKey = (key: PropertyKey) => (typeof key === 'symbol' ? String(key) : key)
