import { AppError } from '@/src/lib/errors'
import { GuardFailed } from '../guard'

/**
 * Does what was just found to be possible. When the grants' states do not allow it any more, another
 * order has moved them in between: the transaction is done again, and says then why it cannot be.
 */
export async function orMoved<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof AppError && error.code === 'wrong_state') throw new GuardFailed('grants')
    throw error
  }
}
