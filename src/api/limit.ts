import { bodyLimit } from 'hono/body-limit'
import { AppError } from '@/src/lib/errors'

/** Refuses a body of more than `maxSize` bytes with `too_large`. One of unknown length is read for it. */
export function limit(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError('too_large', `more than ${maxSize} bytes`)
    },
  })
}
