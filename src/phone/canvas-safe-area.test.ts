import { expect, test } from 'vitest'
import { withInsets } from './canvas-safe-area'

test('writes the insets in place of what a phone would answer', () => {
  const insets = { top: 47, bottom: 34 }
  expect(withInsets('padding: 4px 16px calc(20px + env(safe-area-inset-bottom));', insets)).toBe(
    'padding: 4px 16px calc(20px + 34px);',
  )
  expect(withInsets('top: env( safe-area-inset-top, 8px ); left: env(safe-area-inset-left)', insets)).toBe(
    'top: 47px; left: 0px',
  )
})
