import type { ValueKind } from '../../schemas/action-call'
import type { Entrance, EventSign } from '../../schemas/bound-event'

export type { Entrance, EventSign }

/** A value that an event brings, and where in the outcome it stands. */
export interface EventValue {
  kind: ValueKind
  at: readonly (string | number)[]
}

/** Something that can happen to a block, for which a page may say what follows. */
export interface EventDefinition {
  sign: EventSign
  values?: Readonly<Record<string, EventValue>>
}

/** What a grant tells of the first reward it gave. */
export const REWARD_VALUES = {
  rewardTitle: { kind: 'text', at: ['rewards', 0, 'title'] },
  rewardId: { kind: 'id', at: ['rewards', 0, 'rewardId'] },
  useLink: { kind: 'link', at: ['rewards', 0, 'useLink'] },
} as const satisfies Record<string, EventValue>
