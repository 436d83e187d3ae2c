import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import { timeLeft } from '../kit/time-left'
import { definition } from './definition'
import { View } from './view'

const props = { ...definition.defaults, to: '2026-11-11T12:00:00.000Z', before: '距开抢' }

describe('the countdown widget', () => {
  it('writes the same HTML on the server whenever it is rendered', () => {
    const at = (now: string) => renderView(View, props, { host: { now: () => Date.parse(now) } })
    expect(at('2026-11-01T00:00:00.000Z')).toBe(at('2026-12-01T00:00:00.000Z'))
  })

  it('tells the date, in the shop’s time zone, to readers of a screen and without a script', () => {
    const html = renderView(View, props, { host: { timeZone: 'Asia/Shanghai' } })
    expect(html).toContain('aria-label="距开抢 11月11日 20:00"')
    expect(html).toContain('<noscript>11月11日 20:00</noscript>')
    expect(html).toContain('role="timer"')
    expect(html).toContain('aria-live="off"')
  })
})

describe('the time left', () => {
  const target = Date.parse('2026-11-11T12:00:00.000Z')

  it('counts whole seconds, so that zero shows only at the very end', () => {
    expect(timeLeft(target, target - 1)).toEqual({ days: 0, clock: ['00', '00', '01'] })
    expect(timeLeft(target, target)).toEqual({ days: 0, clock: ['00', '00', '00'] })
  })

  it('never goes below zero', () => {
    expect(timeLeft(target, target + 5_000).clock).toEqual(['00', '00', '00'])
  })

  it('splits days, hours, minutes and seconds', () => {
    const ms = ((2 * 24 + 3) * 3600 + 4 * 60 + 5) * 1000
    expect(timeLeft(target, target - ms)).toEqual({ days: 2, clock: ['03', '04', '05'] })
  })
})
