import type { BookCheck, BookDifference } from '@/schemas/reconciliation'

/** Differences of one check that are remembered one by one; the others are only counted. */
const REMEMBERED = 500

/** How what is kept must stand to what is counted. */
export type Relation = 'same' | 'at_most' | 'at_least'

/** What one check came to. */
export class Found {
  /** How many rows were looked at. */
  checked = 0
  /** How many differences there are, remembered or not. */
  count = 0
  private readonly remembered: BookDifference[] = []

  constructor(private readonly check: BookCheck) {}

  compare(subject: string, kept: number, counted: number, relation: Relation): void {
    if (kept === counted) return
    if (relation === 'at_most' && kept < counted) return
    if (relation === 'at_least' && kept > counted) return
    this.count++
    if (this.remembered.length < REMEMBERED)
      this.remembered.push({ check: this.check, subject, kept, counted })
  }

  /** By subject. */
  get differences(): BookDifference[] {
    return this.remembered.toSorted((a, b) => (a.subject < b.subject ? -1 : 1))
  }
}
