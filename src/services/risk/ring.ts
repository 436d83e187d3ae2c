import type { Figure } from '@/schemas/decision'
import type { RequestOrigin } from '../request-origin'
import type { KnownHelps } from './read-helps'
import { type HelpTerms, sinceDay } from './ring-terms'

interface Help {
  helperId: string
  helpedId: string
  origin: RequestOrigin | undefined
}

type Found = Pick<Extract<Figure, { kind: 'members' }>, 'how' | 'ids'>

/**
 * Who plays together, as a rule means it, were this help given: nobody when there is no ring.
 * Undefined when the rule has nothing to look at, such as the network of a request that shows none.
 */
export function ringIn(known: KnownHelps, help: Help, terms: HelpTerms, day: string): Found | undefined {
  const { helperId, helpedId, origin } = help
  const since = sinceDay(day, terms.days)
  switch (terms.kind) {
    case 'help_ring':
      return { how: 'ring', ids: known.helps.ringOf(help, terms.maxMembers, since) ?? [] }
    case 'help_group': {
      const others = known.helps.companionsOf(help, terms.times, since)
      const isGroup = others.length + 1 >= terms.members
      return { how: 'group', ids: isGroup ? [helperId, ...others].slice(0, MOST_NAMED) : [] }
    }
    case 'help_origin': {
      const value = terms.origin === 'device' ? origin?.device : origin?.ipPrefix
      if (!value) return undefined
      const isShared = known.wasOn(helpedId, terms.origin, value, since)
      return { how: terms.origin, ids: isShared ? [helperId, helpedId] : [] }
    }
  }
}

/** A trace names no more of a group. */
const MOST_NAMED = 20
