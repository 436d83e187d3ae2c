import { AppError } from '@/src/lib/errors'

/** Each one that waits holds its upload in memory. */
const MAX_WAITING = 20

let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/**
 * Draws one picture at a time: each may need some hundred MB while it is drawn. Throws `busy`
 * when too many wait already.
 */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= MAX_WAITING) throw new AppError('busy', `${waiting} pictures wait to be drawn`)
  waiting += 1
  const turn = last.then(work).finally(() => {
    waiting -= 1
  })
  last = turn.catch(() => {})
  return turn
}
