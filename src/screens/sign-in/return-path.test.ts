import { describe, expect, it } from 'vitest'
import { returnPath } from './return-path'

describe('returnPath', () => {
  it('goes back to a screen of ours with its filters', () => {
    expect(returnPath('/campaigns?state=running')).toBe('/campaigns?state=running')
  })

  it.each([
    null,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/sign-in',
  ])('goes to the overview instead of %j', (from) => {
    expect(returnPath(from)).toBe('/')
  })
})
