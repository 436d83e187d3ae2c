import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { REWARD_VALUES } from '../kit/events'
import { field } from '../kit/fields'
import type { LotteryState } from './state'

const props = z.strictObject({
  title: field.text({ max: 12 }),
  skin: field.select(['wheel', 'nine-grid', 'scratch']),
  showWinners: field.switch({ group: 'look' }),
})

export type LotteryProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'lottery',
  version: 1,
  props,
  icon: 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18z M12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 1 0 0-5z M12 3v6.5 M12 14.5V21 M3 12h6.5 M14.5 12H21 M12 1.5v1.5',
  defaults: { title: '幸运大转盘', skin: 'wheel', showWinners: true },
  group: 'marketing',
  usesTool: true,
  isStatic: false,
  events: {
    won: {
      sign: { what: 'outcome', actions: ['draw'], statuses: ['granted'], afterSheet: true },
      values: { prizeId: { kind: 'id', at: ['detail', 'prize'] }, ...REWARD_VALUES },
    },
    lost: { sign: { what: 'outcome', actions: ['draw'], statuses: ['no_prize'], afterSheet: true } },
  },
  actions: { draw: z.strictObject({}) },
  tells: {
    phase: ({ phase }: LotteryState) => phase,
    soldOut: ({ soldOut }: LotteryState) => soldOut !== undefined,
    playedOut: ({ isSignedIn, chances, hasWonAll }: LotteryState) =>
      isSignedIn && (chances <= 0 || hasWonAll),
    chances: ({ chances }: LotteryState) => chances,
  },
})
