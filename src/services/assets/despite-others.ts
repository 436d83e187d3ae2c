import { AppError } from '@/src/lib/errors'

const TRIES = 3

/**
 * Reads and saves again when somebody saved the same thing in between: the change then goes into
 * what they saved. Throws `conflict` when that happens again and again, and whatever else `save` throws.
 */
export async function despiteOthers<Done>(save: () => Promise<Done>): Promise<Done> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await save()
    } catch (error) {
      const isOvertaken = error instanceof AppError && error.code === 'conflict'
      if (!isOvertaken || attempt === TRIES) throw error
    }
  }
}
