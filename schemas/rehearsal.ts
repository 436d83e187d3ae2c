/** What may be otherwise in a rehearsal than in what it rehearses. Absent: as it is there. */
export interface RehearsalOptions {
  /** The stock of each reward. */
  stockEach?: number
  budgetFen?: number
  /** When it is played, ISO 8601. Absent: now, or when the campaign starts while that is still to come. */
  asAt?: string
  /** How long it stays open. */
  hours?: number
}

/** What a rehearsal came to. Money in fen, all of it test money. */
export interface RehearsalSummary {
  testers: number
  grants: number
  refusals: number
  usedFen: number
  /** How many differences its books had; more than none is a defect of ours. */
  differences: number
}
