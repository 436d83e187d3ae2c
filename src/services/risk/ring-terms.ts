import type { RiskTerms } from '@/schemas/risk'

/** What rules say that look at who helps whom. */
export type HelpTerms = Extract<RiskTerms, { kind: 'help_ring' | 'help_group' | 'help_origin' }>

export function isOfHelps(terms: RiskTerms): terms is HelpTerms {
  return terms.kind === 'help_ring' || terms.kind === 'help_group' || terms.kind === 'help_origin'
}

/** The first of so many days of the calendar that end with `day`: 1 is that day alone. */
export function sinceDay(day: string, days: number): string {
  const first = new Date(`${day}T00:00:00.000Z`)
  first.setUTCDate(first.getUTCDate() - (days - 1))
  return first.toISOString().slice(0, 10)
}
