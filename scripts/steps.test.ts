import { expect, test, vi } from 'vitest'
import { runStep, runTasks, spell } from './steps.mjs'

const told = () => vi.spyOn(console, 'log').mockImplementation(() => undefined)

test('tasks begin in order, never more than the width at once, and after what they need', async () => {
  told()
  const events: string[] = []
  const finish = new Map<string, () => void>()
  const task = (name: string, needs?: string[]) => ({
    name,
    needs,
    run: () =>
      new Promise<void>((resolve) => {
        events.push(name)
        finish.set(name, resolve)
      }),
  })
  const all = runTasks([task('a'), task('b', ['a']), task('c'), task('d')], 2, () => undefined)
  await vi.waitFor(() => expect(events).toEqual(['a', 'c']))
  finish.get('a')?.()
  await vi.waitFor(() => expect(events).toEqual(['a', 'c', 'b']))
  finish.get('c')?.()
  await vi.waitFor(() => expect(events).toEqual(['a', 'c', 'b', 'd']))
  finish.get('b')?.()
  finish.get('d')?.()
  expect(Object.fromEntries(await all)).toEqual({ a: 'passed', b: 'passed', c: 'passed', d: 'passed' })
})

test('what needs a task that failed is not run, and neither is what needs that', async () => {
  told()
  const failures: string[] = []
  const fine = vi.fn(async () => undefined)
  const state = await runTasks(
    [
      { name: 'build', run: () => Promise.reject(new Error('no')) },
      { name: 'journeys', needs: ['build'], run: fine },
      { name: 'pictures', needs: ['journeys'], run: fine },
      { name: 'lint', run: fine },
    ],
    1,
    (name: string) => failures.push(name),
  )
  expect(Object.fromEntries(state)).toEqual({
    build: 'failed',
    journeys: 'not run',
    pictures: 'not run',
    lint: 'passed',
  })
  expect(failures).toEqual(['build'])
  expect(fine).toHaveBeenCalledTimes(1)
})

test('a step that fails throws what its command said', async () => {
  told()
  const script = "console.log('out'); console.error('err'); process.exit(3)"
  const step = { name: 'odd', command: process.execPath, args: ['-e', script], cwd: '.' }
  await expect(runStep(step)).rejects.toMatchObject({
    message: 'odd failed',
    output: expect.stringMatching(/out[\s\S]*err|err[\s\S]*out/),
  })
})

test('a step past its limit is ended and fails', async () => {
  told()
  const step = {
    name: 'slow',
    command: process.execPath,
    args: ['-e', 'setInterval(() => {}, 1e6)'],
    cwd: '.',
  }
  await expect(runStep({ ...step, limitMs: 300 })).rejects.toMatchObject({
    output: expect.stringContaining('its limit'),
  })
})

test('durations read as people say them', () => {
  expect([spell(250), spell(59_900), spell(200_000)]).toEqual(['0.3 s', '59.9 s', '3 min 20 s'])
})
