import { describe, expect, test } from 'vitest'
import { nextZoom, scaleOf, wheelZoom } from './zoom'

describe('zoom', () => {
  test('fit shows the whole width, never larger than life', () => {
    expect(scaleOf('fit', 800, 390)).toBe(1)
    expect(scaleOf('fit', 384, 768)).toBe(0.5)
    expect(scaleOf('fit', 10, 768)).toBe(0.2)
    expect(scaleOf(1.5, 10, 768)).toBe(1.5)
  })

  test('steps from wherever it is, and stops at both ends', () => {
    expect(nextZoom(0.83, 1)).toBe(1)
    expect(nextZoom(0.83, -1)).toBe(0.75)
    expect(nextZoom(1, 1)).toBe(1.25)
    expect(nextZoom(2, 1)).toBe(2)
    expect(nextZoom(0.3, -1)).toBe(0.5)
  })

  test('the wheel goes a little at a time, between the bounds', () => {
    expect(wheelZoom(1, -100)).toBe(1.1)
    expect(wheelZoom(1, 100)).toBe(0.91)
    expect(wheelZoom(1.95, -500)).toBe(2)
    expect(wheelZoom(0.52, 900)).toBe(0.5)
  })
})
