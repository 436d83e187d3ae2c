import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { REWARD_VALUES } from '../kit/events'
import { field } from '../kit/fields'
import type { RedPacketState } from './state'

const props = z.strictObject({
  title: field.text({ max: 20 }),
  /** What stands on the packet, above its seal. */
  blessing: field.text({ max: 16 }),
})

export type RedPacketProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'red-packet',
  version: 1,
  props,
  icon: 'M6 3h12a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z M5 7c3.6 4 10.4 4 14 0 M12 9.8v4.4 M9.8 12h4.4',
  defaults: { title: '天天拆红包', blessing: '恭喜发财 大吉大利' },
  group: 'marketing',
  usesTool: true,
  isStatic: false,
  events: {
    opened: {
      sign: { what: 'outcome', actions: ['open', 'openShared'], statuses: ['granted'] },
      values: REWARD_VALUES,
    },
  },
  actions: { open: z.strictObject({}) },
  tells: {
    phase: ({ phase }: RedPacketState) => phase,
    soldOut: ({ supply }: RedPacketState) => supply === 'sold_out',
    playedOut: ({ isSignedIn, play }: RedPacketState) => {
      if (play.mode === 'share') return undefined
      return isSignedIn && (play.openedToday >= play.perDay || play.opened >= play.total)
    },
  },
})
