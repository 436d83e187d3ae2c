/** So often one member helped another on one day of the shop's. */
export interface HelpRow {
  helperId: string
  helpedId: string
  day: string
  times: number
}

type Pair = Pick<HelpRow, 'helperId' | 'helpedId'>
type Days = Map<string, number>

/** Who helped whom, as far as a batch looks at it: what was written, and what the batch adds. */
export class Helps {
  private readonly byHelper = new Map<string, Map<string, Days>>()
  private readonly byHelped = new Map<string, Set<string>>()

  constructor(rows: Iterable<HelpRow>) {
    // A row may have been read twice: it is the same help.
    for (const row of rows) this.daysOf(row).set(row.day, row.times)
  }

  /** One more help, which the requests decided after it see. */
  add(pair: Pair, day: string): void {
    const days = this.daysOf(pair)
    days.set(day, (days.get(day) ?? 0) + 1)
  }

  /**
   * The shortest ring of at most `maxMembers` that a help would close, from the helper round to the
   * helper: A helps B, who helped C, who helped A. Undefined when there is none.
   */
  ringOf({ helperId, helpedId }: Pair, maxMembers: number, since: string): string[] | undefined {
    let ways = [[helperId, helpedId]]
    const seen = new Set([helpedId])
    for (let members = 2; members <= maxMembers; members++) {
      const next: string[][] = []
      for (const way of ways) {
        for (const id of this.helpedBy(way.at(-1) ?? '', since)) {
          if (id === helperId) return [...way, helperId]
          if (seen.has(id)) continue
          seen.add(id)
          next.push([...way, id])
        }
      }
      ways = next
    }
    return undefined
  }

  /**
   * The other helpers of the same member who, `times` or more, helped the same members as this helper
   * did: whoever always turns up together. In the order of their ids.
   */
  companionsOf({ helperId, helpedId }: Pair, times: number, since: string): string[] {
    const inCommon = new Map<string, number>()
    for (const id of this.helpedBy(helperId, since)) {
      const own = this.timesOf({ helperId, helpedId: id }, since)
      for (const other of this.helpersOf(id, since)) {
        const both = Math.min(own, this.timesOf({ helperId: other, helpedId: id }, since))
        inCommon.set(other, (inCommon.get(other) ?? 0) + both)
      }
    }
    return this.helpersOf(helpedId, since)
      .filter((id) => id !== helperId && (inCommon.get(id) ?? 0) >= times)
      .sort()
  }

  private helpedBy(helperId: string, since: string): string[] {
    const pairs = [...(this.byHelper.get(helperId)?.keys() ?? [])]
    return pairs.filter((helpedId) => this.timesOf({ helperId, helpedId }, since) > 0)
  }

  private helpersOf(helpedId: string, since: string): string[] {
    const helpers = [...(this.byHelped.get(helpedId) ?? [])]
    return helpers.filter((helperId) => this.timesOf({ helperId, helpedId }, since) > 0)
  }

  private timesOf({ helperId, helpedId }: Pair, since: string): number {
    let sum = 0
    for (const [day, times] of this.byHelper.get(helperId)?.get(helpedId) ?? [])
      if (day >= since) sum += times
    return sum
  }

  private daysOf({ helperId, helpedId }: Pair): Days {
    const helped = entryOf(this.byHelper, helperId, () => new Map<string, Days>())
    entryOf(this.byHelped, helpedId, () => new Set<string>()).add(helperId)
    return entryOf(helped, helpedId, () => new Map())
  }
}

function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key)
  if (known) return known
  const made = make()
  map.set(key, made)
  return made
}
