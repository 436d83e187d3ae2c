import type { CampaignPhase, HeldReward } from '../../schemas/outcome'
import type { FormFieldKind } from '../../schemas/submission'

/*
 * What the phone is shown of a form. Apart from tool.ts because the view, which a phone downloads,
 * works on it too.
 */

/** One field as it is filled in, and what it takes. */
export interface FormField {
  key: string
  kind: FormFieldKind
  label: string
  hint: string
  isRequired: boolean
  /** In characters. */
  maxLength: number
  options: string[]
  /** Of a number. */
  least: number | null
  most: number | null
}

/** What stands between a member and the form, besides the campaign's window. */
export type FormStage =
  | 'open'
  | 'submitted'
  | 'submitted_today'
  /** As many as may were sent in. */
  | 'full'
  /** Its makers have not said yet what it asks, or what for. */
  | 'closed'

export interface Consent {
  purpose: string
  /** Where the privacy text is; empty where there is none. */
  link: string
}

export interface LeadFormState {
  phase: CampaignPhase
  startsAt: string
  endsAt: string
  /** When somebody who sent it in today may send it in again. */
  nextDayAt: string
  isSignedIn: boolean
  stage: FormStage
  fields: FormField[]
  /** Null where consent is not asked for. */
  consent: Consent | null
  success: string
  /** It may be sent in more than once. */
  isRepeatable: boolean
  /** What is given for it; empty for nothing. */
  gift: string
  /** What the member was given for it last. */
  latest: HeldReward | null
}

/** What stands in the way at `now` (ms): what the server told, until the shop's next day begins. */
export function stageNow({ stage, nextDayAt }: LeadFormState, now: number | undefined): FormStage {
  const isNewDay = now !== undefined && now >= Date.parse(nextDayAt)
  return stage === 'submitted_today' && isNewDay ? 'open' : stage
}
