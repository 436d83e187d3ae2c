import { describe, expect, it } from 'vitest'
import { Region } from '@/schemas/region'
import {
  addedRegion,
  commandEdit,
  gestureEdit,
  type RegionKeyPress,
  type RegionsCommand,
  regionsCommand,
} from './regions-edits'
import { MIN_SIDE } from './regions-geometry'

const region = (over: Partial<Region> = {}): Region => ({
  x: 1_000,
  y: 1_000,
  w: 2_000,
  h: 2_000,
  link: '#packet',
  label: '红包雨',
  ...over,
})
const press = (key: string, over: Partial<RegionKeyPress> = {}): RegionKeyPress => ({
  key,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...over,
})
const NO_REACH = { x: 0, y: 0 }

describe('the keys of a region', () => {
  const apply = (regions: readonly Region[], index: number, key: RegionKeyPress) =>
    commandEdit(regions, index, regionsCommand(key) as RegionsCommand, 30)

  it('moves by 1 % with arrows, finely with Alt, and stops at the edge', () => {
    expect(apply([region()], 0, press('ArrowRight')).regions[0]).toMatchObject({ x: 1_100, w: 2_000 })
    expect(apply([region()], 0, press('ArrowUp', { altKey: true })).regions[0]).toMatchObject({ y: 990 })
    const atEdge = [region({ x: 0 })]
    expect(apply(atEdge, 0, press('ArrowLeft')).regions).toBe(atEdge)
  })

  it('resizes with Shift, down to the smallest', () => {
    expect(apply([region()], 0, press('ArrowDown', { shiftKey: true })).regions[0]).toMatchObject({
      y: 1_000,
      h: 2_100,
    })
    const least = [region({ w: MIN_SIDE })]
    expect(apply(least, 0, press('ArrowLeft', { shiftKey: true })).regions).toBe(least)
  })

  it('removes, and selects the one that takes its place', () => {
    const [a, b, c] = [region({ label: 'a' }), region({ label: 'b' }), region({ label: 'c' })]
    expect(apply([a, b, c], 1, press('Delete'))).toEqual({ regions: [a, c], selected: 1 })
    expect(apply([a, b], 1, press('Backspace'))).toEqual({ regions: [a], selected: 0 })
    expect(apply([a], 0, press('Delete'))).toEqual({ regions: [], selected: undefined })
  })

  it('duplicates beside, with its link and label, and no more than may be', () => {
    const { regions, selected } = apply([region()], 0, press('d', { metaKey: true }))
    expect(regions).toHaveLength(2)
    expect(regions[1]).toMatchObject({ x: 1_300, y: 1_300, link: '#packet', label: '红包雨' })
    expect(selected).toBe(1)
    const full = [region()]
    expect(commandEdit(full, 0, { kind: 'duplicate' }, 1).regions).toBe(full)
  })

  it('leaves other keys to whoever wants them', () => {
    for (const key of [
      press('Tab'),
      press('Enter'),
      press('a'),
      press('ArrowLeft', { ctrlKey: true }),
      press('toString'),
    ]) {
      expect(regionsCommand(key)).toBeUndefined()
    }
  })

  it('survives an index that is no longer there', () => {
    expect(commandEdit([], 3, { kind: 'remove' }, 30)).toEqual({ regions: [], selected: undefined })
  })
})

describe('a gesture', () => {
  it('draws a new region after the others and selects it', () => {
    const edit = gestureEdit(
      [region()],
      { kind: 'draw', from: { x: 9_000, y: 9_000 } },
      { x: 5_000, y: 6_000 },
      NO_REACH,
    )
    expect(edit.selected).toBe(1)
    expect(edit.regions[1]).toEqual({ x: 5_000, y: 6_000, w: 4_000, h: 3_000, link: '', label: '' })
    expect(Region.safeParse(edit.regions[1]).success).toBe(true)
  })

  it('draws both corners to edges that are near', () => {
    const edit = gestureEdit(
      [region()],
      { kind: 'draw', from: { x: 3_050, y: 950 } },
      { x: 9_980, y: 2_970 },
      { x: 60, y: 60 },
    )
    expect(edit.regions[1]).toMatchObject({ x: 3_000, y: 1_000, w: 7_000, h: 2_000 })
  })

  it('changes nothing when the pointer has not moved', () => {
    const regions = [region()]
    const from = { x: 1_500, y: 1_500 }
    expect(gestureEdit(regions, { kind: 'move', from, index: 0 }, from, NO_REACH).regions).toBe(regions)
    expect(gestureEdit(regions, { kind: 'draw', from }, from, NO_REACH).regions).toBe(regions)
  })

  it('moves and resizes one and leaves the others as they are', () => {
    const regions = [region(), region({ x: 6_000 })]
    const from = { x: 0, y: 0 }
    const moved = gestureEdit(regions, { kind: 'move', from, index: 1 }, { x: 500, y: 700 }, NO_REACH)
    expect(moved.regions[0]).toBe(regions[0])
    expect(moved.regions[1]).toMatchObject({ x: 6_500, y: 1_700, w: 2_000 })
    const resized = gestureEdit(
      regions,
      { kind: 'resize', from, index: 0, handle: 'w' },
      { x: -500, y: 900 },
      NO_REACH,
    )
    expect(resized.regions[0]).toMatchObject({ x: 500, y: 1_000, w: 2_500, h: 2_000 })
  })
})

describe('adding one', () => {
  it('finds a free place, and refuses above the limit', () => {
    const first = addedRegion([], 2)
    const second = addedRegion(first.regions, 2)
    const [a, b] = second.regions as [Region, Region]
    expect(b.x >= a.x + a.w || b.y >= a.y + a.h).toBe(true)
    expect(addedRegion(second.regions, 2).regions).toBe(second.regions)
  })
})

describe('a region that is saved', () => {
  it('is refused outside of its picture, and with an unsafe link', () => {
    const refused = [
      region({ x: -1 }),
      region({ x: 9_000, w: 1_001 }),
      region({ h: 10_001 }),
      region({ w: 0 }),
      region({ y: 1.5 }),
      region({ y: Number.NaN }),
      region({ link: 'javascript:alert(1)' }),
      region({ label: 'a'.repeat(61) }),
      { ...region(), onclick: 'x' },
    ]
    for (const bad of refused) expect(Region.safeParse(bad).success, JSON.stringify(bad)).toBe(false)
    expect(Region.safeParse(region({ x: 9_000, w: 1_000 })).success).toBe(true)
  })
})
