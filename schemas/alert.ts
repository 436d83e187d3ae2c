/** What an alert tells. Who may see one is decided by its kind. */
export type AlertFacts =
  /** So much of a campaign's budget is left, at or below `level` percent of it. */
  | {
      kind: 'budget_low'
      campaignId: string
      campaignName: string
      level: 20 | 10 | 0
      availableFen: number
      totalFen: number
    }
  /** Redeeming took more than the campaign had: from the department's contingency or its overdraft. */
  | {
      kind: 'budget_beyond'
      campaignId: string
      campaignName: string
      from: 'contingency' | 'overdraft'
      fen: number
    }
  /** The night's check of the books found differences. */
  | { kind: 'books_disagree'; day: string; differenceCount: number }
