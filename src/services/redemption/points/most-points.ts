import type { PointsRule, Refusal } from '@/schemas/redemption'
import { partOf } from '../price/spread'

/** What points come to: so many, and what they take off, fen. */
export interface PointsOff {
  points: number
  amountFen: number
}

type Steps = Pick<PointsRule, 'stepPoints' | 'stepFen' | 'mostPpm'>

/** How many points an order takes at most that comes to `payFen` without them: whole steps of its share. */
export function mostPoints({ stepPoints, stepFen, mostPpm }: Steps, payFen: number): PointsOff {
  const steps = Math.floor(partOf(payFen, mostPpm, 1_000_000) / stepFen)
  return { points: steps * stepPoints, amountFen: steps * stepFen }
}

/** What so many points take off an order that comes to `payFen` without them, or why nothing. */
export function pointsOffOf(rule: Steps, points: number, payFen: number): PointsOff | Refusal {
  const { stepPoints, stepFen } = rule
  if (points % stepPoints !== 0) return { reason: 'points_in_steps', step: stepPoints }
  const most = mostPoints(rule, payFen).points
  if (points > most) return { reason: 'points_too_many', most }
  return { points, amountFen: (points / stepPoints) * stepFen }
}
