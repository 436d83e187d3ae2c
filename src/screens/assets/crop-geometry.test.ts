import { expect, test } from 'vitest'
import { fittedFrame, movedFrame, resizedFrame } from './crop-geometry'

const picture = { width: 400, height: 300 }
const frame = { x: 100, y: 100, width: 200, height: 100 }

test('a frame stays inside of its picture, of whole px', () => {
  expect(fittedFrame({ x: -5, y: 290, width: 500, height: 20.4 }, picture)).toEqual({
    x: 0,
    y: 280,
    width: 400,
    height: 20,
  })
  expect(fittedFrame({ x: 0, y: 0, width: 0, height: -4 }, picture)).toMatchObject({ width: 8, height: 8 })
  expect(fittedFrame({ x: 0, y: 0, width: 9, height: 9 }, { width: 3, height: 2 })).toMatchObject({
    width: 3,
    height: 2,
  })
})

test('a moved frame stops at the edge and keeps its size', () => {
  expect(movedFrame(frame, { x: 10, y: -20 }, picture)).toEqual({ ...frame, x: 110, y: 80 })
  expect(movedFrame(frame, { x: 900, y: 900 }, picture)).toEqual({ ...frame, x: 200, y: 200 })
})

test('a corner moves two edges; the one across stays', () => {
  expect(resizedFrame(frame, 'nw', { x: -50, y: 20 }, picture)).toEqual({
    x: 50,
    y: 120,
    width: 250,
    height: 80,
  })
  expect(resizedFrame(frame, 'se', { x: 900, y: 900 }, picture)).toEqual({
    ...frame,
    width: 300,
    height: 200,
  })
  const crossed = resizedFrame(frame, 'nw', { x: 900, y: 900 }, picture)
  expect(crossed).toEqual({ x: 292, y: 192, width: 8, height: 8 })
})

test('with a ratio the height follows the width, as far as there is room', () => {
  expect(resizedFrame(frame, 'se', { x: 0, y: 77 }, picture, 2)).toEqual(frame)
  expect(resizedFrame(frame, 'se', { x: 100, y: 0 }, picture, 1)).toMatchObject({ width: 200, height: 200 })
  expect(fittedFrame({ x: 0, y: 0, width: 400, height: 1 }, picture, 1)).toMatchObject({
    width: 300,
    height: 300,
  })
})
