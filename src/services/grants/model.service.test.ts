import fc from 'fast-check'
import { expect, test } from 'vitest'
import { databaseDialect } from '@/src/lib/env'
import { bookErrors } from '@/src/testing/books'
import { anEvent, MEMBERS } from '@/src/testing/reward-histories'
import { aPair } from '@/src/testing/reward-pair'
import { aWorld, type World } from '@/src/testing/world'

/*
 * Random interleavings of all that can happen to rewards and money, played on the engine and on a
 * model that shares nothing with it. MODEL_RUNS says how many, `all` in `npm test`; the seed of a
 * failure is printed.
 */

const ALL_RUNS = databaseDialect() === 'sqlite' ? 10_000 : 1_000
const RUNS = process.env.MODEL_RUNS === 'all' ? ALL_RUNS : Number(process.env.MODEL_RUNS ?? 100)
/** Worlds are made anew, so that looking through all the books after each run stays cheap. */
const RUNS_A_WORLD = 50

test(`${RUNS} random histories come to what the model says, and the books agree after each`, async () => {
  let world: World | undefined
  let memberIds: string[] = []
  let runs = 0
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anEvent, { minLength: 4, maxLength: 24 }),
        fc.constantFrom(300, 900, 5_000),
        fc.constantFrom(0, 250),
        async (events, budgetFen, contingencyFen) => {
          if (!world || runs++ % RUNS_A_WORLD === 0) {
            await world?.[Symbol.asyncDispose]()
            world = await aWorld()
            memberIds = []
            for (let i = 0; i < MEMBERS; i++) memberIds.push((await world.asMember()).member?.id ?? '')
          }
          const pair = await aPair({ world, memberIds, budgetFen, contingencyFen })
          for (const each of events) await pair.play(each)
          await pair.compare()
          expect(await bookErrors(world.ctx.db.read)).toEqual([])
        },
      ),
      { numRuns: RUNS, endOnFailure: false },
    )
  } finally {
    await world?.[Symbol.asyncDispose]()
  }
}, 3_600_000)
