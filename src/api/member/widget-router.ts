import type { TRPCMutationProcedure } from '@trpc/server'
import type { z } from 'zod'
import type { Outcome } from '@/schemas/outcome'
import { ActionEnvelope, performAction } from '@/src/services/grants'
import { wherePlayed } from '@/src/services/rehearsals'
import { toolActions } from '@/src/services/tools'
import type { tools } from '@/widgets/registry.tools.gen'
import { memberKit } from '../trpc'

type Tools = typeof tools

type InputOf<Action> = Action extends { input: z.ZodType<infer Input> } ? Input : never

/** `widget.<type>.<action>`, each with the input its tool declares. */
type WidgetRecord = {
  [Type in keyof Tools]: {
    [Action in keyof Tools[Type]['actions']]: TRPCMutationProcedure<{
      input: z.infer<typeof ActionEnvelope> & { input: InputOf<Tools[Type]['actions'][Action]> }
      output: Outcome
      meta: object
    }>
  }
}

const { router, procedure } = memberKit

function procedureOf(type: string, action: string, input: z.ZodType) {
  return procedure
    .input(ActionEnvelope.extend({ input }))
    .mutation(async ({ ctx, input }): Promise<Outcome> => {
      const at = await wherePlayed(ctx, input.version)
      if (at === 'over') return { status: 'ended', endedAt: ctx.clock.now().toISOString() }
      return performAction({ ctx: at, type, action, input: { ...input, input: input.input } })
    })
}

const routers = toolActions().map(({ type, actions }) => [
  type,
  router(
    Object.fromEntries(Object.entries(actions).map(([name, a]) => [name, procedureOf(type, name, a.input)])),
  ),
])

// Made in a loop over the registry, so the compiler cannot see what each came to.
export const widgetRouter = router(Object.fromEntries(routers) as unknown as WidgetRecord)
