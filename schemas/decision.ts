/** What is looked at from a member's tap to its outcome, in this order. */
export const CHECKS = [
  'session',
  'page',
  'invitation',
  'queue',
  'campaign',
  'risk',
  'exclusivity',
  'limits',
  'tool',
  'stock',
  'budget',
] as const
export type CheckName = (typeof CHECKS)[number]

/** What a check looked at, with a name of its own that is either a key or what people called it. */
export type Figure =
  | { kind: 'text'; name: string; value: string }
  /** So many of at most so many. */
  | { kind: 'count'; name: string; used: number; cap: number }
  | { kind: 'number'; name: string; value: number }
  | { kind: 'money'; name: string; fen: number }
  /** Who helped whom, in the order of `how`; nobody when nothing was found. */
  | { kind: 'members'; name: string; how: 'ring' | 'group' | 'device' | 'ip_prefix'; ids: string[] }
  /** ISO 8601. */
  | { kind: 'instant'; name: string; at: string }

/** One check of a member's action: what it looked at and how it ended. */
export interface Check {
  check: CheckName
  result: 'passed' | 'refused'
  figures: Figure[]
}

/** From tap to outcome. The last check is the one that refused; what would have followed is absent. */
export type Trace = Check[]
