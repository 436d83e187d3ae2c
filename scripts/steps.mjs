/*
 * Runs commands as named steps: one line each, with the time it took, and its output only when it
 * failed. Plain Node: it runs before anything is installed.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const STILL_RUNNING_MS = 20_000
/** Printed of a failed step; all of it is in its log. */
const SHOWN_CHARACTERS = 20_000
const KEPT_CHARACTERS = 4_000_000

const running = new Set()
const leave = () => process.exit(1)

// A step must not outlive the command that started it. Signals are only ours while a step runs.
process.on('exit', () => {
  for (const child of running) child.kill('SIGTERM')
})

function track(child) {
  if (running.size === 0) for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, leave)
  running.add(child)
}

function untrack(child) {
  running.delete(child)
  if (running.size === 0) for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, leave)
}

/** `1.2 s`, `3 min 20 s` */
export function spell(ms) {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`
}

/**
 * Runs one command and answers its output. Says when it begins only if it takes long, and what it
 * took. Throws a `StepFailed` when the command fails or runs past `limitMs`.
 * step: {name, command, args, cwd, env?, note?, shell?, limitMs?, logDir?}
 */
export async function runStep(step) {
  const started = Date.now()
  const told = step.note ? ` (${step.note})` : ''
  if (step.note) console.log(`… ${step.name}${told}`)
  const { code, output } = await runChild(step, () => {
    console.log(`… ${step.name}: ${spell(Date.now() - started)} so far`)
  })
  if (step.logDir) {
    mkdirSync(step.logDir, { recursive: true })
    writeFileSync(path.join(step.logDir, `${step.name.replace(/\W+/g, '-')}.log`), output)
  }
  const took = spell(Date.now() - started)
  if (code !== 0) {
    console.log(`✗ ${step.name} (${took})`)
    throw new StepFailed(step.name, output)
  }
  console.log(`✓ ${step.name} (${took})`)
  return output
}

export class StepFailed extends Error {
  constructor(name, output) {
    super(`${name} failed`)
    this.output = output
  }

  /** The end of what the command said, which is where the reason stands. */
  get excerpt() {
    const cut = this.output.length - SHOWN_CHARACTERS
    return cut > 0 ? `(… ${cut} characters before)\n${this.output.slice(cut)}` : this.output
  }
}

async function runChild({ command, args, cwd, env, shell, limitMs }, onStillRunning) {
  let output = ''
  const child = spawn(command, args, {
    cwd,
    shell,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  track(child)
  const keep = (chunk) => {
    output = (output + chunk).slice(-KEPT_CHARACTERS)
  }
  child.stdout.setEncoding('utf8').on('data', keep)
  child.stderr.setEncoding('utf8').on('data', keep)
  const ticker = setInterval(onStillRunning, STILL_RUNNING_MS)
  const limit =
    limitMs &&
    setTimeout(() => {
      keep(`\nended after ${spell(limitMs)}, its limit\n`)
      child.kill('SIGKILL')
    }, limitMs)
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      keep(`\n${error.message}\n`)
      resolve(1)
    })
    child.once('close', (status) => resolve(status ?? 1))
  })
  clearInterval(ticker)
  clearTimeout(limit)
  untrack(child)
  return { code, output }
}

/**
 * Runs tasks that name what they need, at most `width` at a time, in the order given where they
 * may. A task whose needs failed is not run. Answers a map of name → 'passed' | 'failed' | 'not run'.
 * task: {name, needs?: string[], run: () => Promise<void>}
 */
export async function runTasks(tasks, width, onFailure) {
  const state = new Map()
  const waiting = [...tasks]
  const busy = new Set()
  const isOver = (name) => ['passed', 'failed', 'not run'].includes(state.get(name))
  const begin = (task) => {
    const needs = task.needs ?? []
    if (needs.some((name) => state.get(name) !== 'passed')) {
      console.log(`– ${task.name}: not run, it needs ${needs.join(', ')}`)
      state.set(task.name, 'not run')
      return
    }
    const work = task.run().then(
      () => state.set(task.name, 'passed'),
      (error) => {
        state.set(task.name, 'failed')
        onFailure(task.name, error)
      },
    )
    const slot = work.finally(() => busy.delete(slot))
    busy.add(slot)
  }
  while (waiting.length > 0 || busy.size > 0) {
    const next = busy.size < width ? waiting.findIndex((task) => (task.needs ?? []).every(isOver)) : -1
    if (next >= 0) begin(...waiting.splice(next, 1))
    else if (busy.size > 0) await Promise.race(busy)
    else throw new Error(`tasks wait for each other: ${waiting.map((task) => task.name).join(', ')}`)
  }
  return state
}
