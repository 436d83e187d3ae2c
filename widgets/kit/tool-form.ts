import type { ReactNode } from 'react'
import type { RewardFacts } from './tool'

/** A reward with what one of it costs, in fen. */
export type CostedReward = RewardFacts & { costFen: number }

/** What a form may know of the world its configuration will be played in. */
export type ToolFormFacts =
  | { status: 'loading' }
  | { status: 'failed'; retry: () => void }
  | {
      status: 'ready'
      /** The rewards that the configuration names, by id, as far as they exist. */
      rewards: ReadonlyMap<string, CostedReward>
      /** Undefined while none is chosen. `availableFen` is what it can still spend. */
      campaign: { startsAt: Date; endsAt: Date; availableFen: number } | undefined
    }

/**
 * What the console hands to a tool's own form (`tool-form.tsx`), which stands in place of the form
 * that is generated from the configuration's fields.
 */
export interface ToolFormProps<Config> {
  value: Config
  onChange: (next: Config) => void
  /** Problems by the place they lead to, `coupons.0.rewardId`, in words the user reads. */
  errors: Readonly<Record<string, string>>
  /** The campaign whose rewards may be chosen. */
  campaignId: string
  isDisabled: boolean
  /** The generated form, for a form that adds to it. */
  generated: ReactNode
  facts: ToolFormFacts
}
