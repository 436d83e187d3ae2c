/** What a rehearsal came to. Money in fen, all of it test money. */
export interface RehearsalSummary {
  testers: number
  grants: number
  refusals: number
  usedFen: number
  /** How many differences its books had; more than none is a defect of ours. */
  differences: number
}
