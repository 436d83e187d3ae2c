import { TRPCClientError } from '@trpc/client'
import { describe, expect, it } from 'vitest'
import { readFailure } from './failure'

describe('readFailure', () => {
  it('reads the code, the request and the details the server sent', () => {
    const error = TRPCClientError.from({
      error: {
        code: -32_600,
        message: 'already_exists',
        data: {
          code: 'already_exists',
          requestId: 'req_1',
          details: [{ code: 'slug_taken', path: ['slug'] }],
        },
      },
    })
    expect(readFailure(error)).toEqual({
      code: 'already_exists',
      requestId: 'req_1',
      details: [{ code: 'slug_taken', path: ['slug'] }],
    })
  })

  it('is offline when no answer of ours came back', () => {
    expect(readFailure(TRPCClientError.from(new TypeError('Failed to fetch'))).code).toBe('offline')
  })

  it('says nothing of an error of the console itself', () => {
    expect(readFailure(new Error('undefined is not a function'))).toEqual({
      code: 'internal',
      requestId: undefined,
      details: [],
    })
  })
})
