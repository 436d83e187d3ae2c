import { expect, test } from 'vitest'
import { scrollSpeed } from './scroll-speed'

const bounds = { left: 100, right: 490, top: 80, bottom: 880 }
const at = (clientX: number, clientY: number) => scrollSpeed(bounds, { clientX, clientY })

test('scrolls near the edges only, faster towards them, and no faster beyond', () => {
  expect(at(300, 480)).toBe(0)
  expect(at(300, 137)).toBe(0)
  expect(at(300, 120)).toBeLessThan(-240)
  expect(at(300, 90)).toBeLessThan(at(300, 120))
  expect(at(300, 20)).toBe(-1_100)
  expect(at(300, 870)).toBeGreaterThan(240)
  expect(at(300, 900)).toBe(1_100)
})

test('leaves the canvas alone when the pointer is somewhere else', () => {
  expect(at(-20, 870)).toBe(0)
  expect(at(700, 870)).toBe(0)
})

test('a low canvas keeps a place to rest', () => {
  const low = { ...bounds, bottom: 140 }
  expect(scrollSpeed(low, { clientX: 300, clientY: 110 })).toBe(0)
})
