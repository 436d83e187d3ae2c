import type { Limits } from '../limits/read'
import type { RiskRules } from '../risk/read'
import type { KnownHelps } from '../risk/read-helps'
import type { RiskFacts } from '../risk/subjects'
import type { CounterKey, CounterRow } from './counters'

/** What stands between a member and a campaign's tools, as it was when the action came in. */
export interface Protection {
  limits: Limits
  risk: RiskRules
}

/** What of it a batch needs to know. */
export interface LoadedProtection {
  counters: Map<string, CounterRow>
  /** Counters that are still to be written with what was granted before they were counted. */
  prior: Map<string, CounterKey & CounterRow>
  /** By `actorText`. */
  riskFacts: Map<string, RiskFacts>
  /** Absent when no rule looks at who helps whom. */
  helps?: KnownHelps | undefined
}
