'use client'

import { Alert, Button, InputNumber, Modal, Progress, Skeleton } from 'antd'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { instantOfWallClock, wallClockIn } from '@/components/shop-time'
import { useShopTimeZone } from '@/components/shop-time-zone'
import type { Now } from '../kit/tool'
import type { ToolFormFacts } from '../kit/tool-form'
import type { LotteryConfig } from './config'
import type { FormMessages } from './messages-form'
import { type SimulationInput, type SimulationResult, startSimulation } from './simulate'
import { tool } from './tool'
import { SimulationOutcome } from './tool-form-outcome'

const DRAWS = 1_000_000
/** How long the page may be busy at a stretch, in ms: less than a frame. */
const SLICE_MS = 10
const DRAWS_AT_ONCE = 500

interface SimulatorProps {
  isOpen: boolean
  config: LotteryConfig
  facts: ToolFormFacts
  text: FormMessages
  onClose: () => void
}

type Run = { status: 'running'; made: number } | { status: 'done'; made: number; result: SimulationResult }

/** A million draws by the configuration as it is typed, without anything being saved. */
export function Simulator({ isOpen, config, facts, text, onClose }: SimulatorProps) {
  const timeZone = useShopTimeZone()
  const [drawsPerDay, setDrawsPerDay] = useState(10_000)
  const [drawsPerMember, setDrawsPerMember] = useState(3)
  const { run, start, stop, clear } = useSimulation()
  const isValid = isOpen && isPlayable(config)
  const campaign = facts.status === 'ready' ? facts.campaign : undefined
  const isRunning = run?.status === 'running'

  function begin() {
    if (facts.status !== 'ready' || !campaign) return
    const now = new Date()
    const isOver = campaign.endsAt <= now
    start({
      config: structuredClone(config),
      rewards: facts.rewards,
      draws: DRAWS,
      drawsPerDay,
      drawsPerMember,
      startsAt: isOver || campaign.startsAt > now ? campaign.startsAt : now,
      endsAt: campaign.endsAt,
      budgetFen: campaign.availableFen,
      momentOf: (at) => momentIn(timeZone, at),
      seed: newSeed(),
    })
  }
  function close() {
    clear()
    onClose()
  }

  return (
    <Modal open={isOpen} title={text.title} width={880} footer={null} onCancel={close} destroyOnHidden>
      <div className="flex flex-wrap items-end gap-4 pt-2 pb-5">
        <Setting label={text.drawsPerDay}>
          {(id) => (
            <InputNumber<number>
              id={id}
              className="w-40"
              min={1}
              max={100_000_000}
              step={1_000}
              precision={0}
              value={drawsPerDay}
              disabled={isRunning}
              onChange={(next) => next && setDrawsPerDay(next)}
            />
          )}
        </Setting>
        <Setting label={text.drawsPerMember}>
          {(id) => (
            <InputNumber<number>
              id={id}
              className="w-32"
              min={1}
              max={1_000}
              precision={0}
              value={drawsPerMember}
              disabled={isRunning}
              onChange={(next) => next && setDrawsPerMember(next)}
            />
          )}
        </Setting>
        {isRunning ? (
          <Button onClick={stop}>{text.stop}</Button>
        ) : (
          <Button type="primary" disabled={!isValid || !campaign} onClick={begin}>
            {run ? text.again : text.run(DRAWS.toLocaleString('zh-CN'))}
          </Button>
        )}
      </div>
      <Hindrance isValid={isValid} facts={facts} text={text} />
      {facts.status === 'loading' && <Skeleton active paragraph={{ rows: 4 }} />}
      {run?.status === 'running' && (
        <div role="status" className="py-10">
          <Progress percent={Math.floor((run.made / DRAWS) * 100)} />
          <p className="m-0 text-center text-[13px] text-ink-faint tabular-nums">
            {text.running(run.made.toLocaleString('zh-CN'))}
          </p>
        </div>
      )}
      {run?.status === 'done' && campaign && (
        <SimulationOutcome
          result={run.result}
          note={run.made < DRAWS ? text.stopped(run.made.toLocaleString('zh-CN')) : undefined}
          budgetFen={campaign.availableFen}
          endsAt={campaign.endsAt}
          text={text}
        />
      )}
      {!run && facts.status === 'ready' && isValid && campaign && (
        <p className="m-0 rounded-md bg-plaster px-5 py-8 text-center text-ink-faint">{text.notYet}</p>
      )}
    </Modal>
  )
}

/** Why nothing can be simulated now. */
function Hindrance({ isValid, facts, text }: { isValid: boolean; facts: ToolFormFacts; text: FormMessages }) {
  if (!isValid) return <Alert type="warning" showIcon title={text.invalid} />
  if (facts.status === 'failed') {
    const action = (
      <Button size="small" onClick={facts.retry}>
        {text.retry}
      </Button>
    )
    return <Alert type="error" showIcon title={text.failed} action={action} />
  }
  if (facts.status === 'ready' && !facts.campaign)
    return <Alert type="info" showIcon title={text.noCampaign} />
  return null
}

function Setting({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-[13px] leading-5 text-ink-soft">
        {label}
      </label>
      {children(id)}
    </div>
  )
}

/** Runs a simulation in slices so short that the page stays free in between, until it is stopped. */
function useSimulation() {
  const [run, setRun] = useState<Run>()
  const stopped = useRef({ isStopped: true })

  function start(input: SimulationInput) {
    const own = { isStopped: false }
    stopped.current.isStopped = true
    stopped.current = own
    const simulation = startSimulation(input)
    // Timers of a page in the background are held back; messages are not.
    const { port1, port2 } = new MessageChannel()
    let shown = 0
    port1.onmessage = () => {
      const until = performance.now() + SLICE_MS
      let made = 0
      do made = simulation.step(DRAWS_AT_ONCE)
      while (made < input.draws && !own.isStopped && performance.now() < until)
      if (own.isStopped || made === input.draws) {
        port1.close()
        if (stopped.current === own) setRun({ status: 'done', made, result: simulation.result() })
        return
      }
      if (made - shown >= input.draws / 50) {
        shown = made
        setRun({ status: 'running', made })
      }
      port2.postMessage(undefined)
    }
    setRun({ status: 'running', made: 0 })
    port2.postMessage(undefined)
  }
  function stop() {
    stopped.current.isStopped = true
  }
  function clear() {
    stop()
    stopped.current = { isStopped: true }
    setRun(undefined)
  }

  // A form that is closed draws no longer.
  useEffect(
    () => () => {
      stopped.current.isStopped = true
      stopped.current = { isStopped: true }
    },
    [],
  )
  return { run, start, stop, clear }
}

function isPlayable(config: unknown): boolean {
  const parsed = tool.config.safeParse(config)
  return parsed.success && (tool.check?.(parsed.data) ?? []).length === 0
}

function newSeed(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The moment as the shop's calendar has it, as the engine would tell it. */
function momentIn(timeZone: string, at: Date): Now {
  const dayOf = (instant: Date) => wallClockIn(timeZone, instant).slice(0, 10)
  const day = dayOf(at)
  const dayStartsAt = instantOfWallClock(timeZone, `${day}T00:00:00`)
  // Thirty hours into a day is the next one, also where clocks are changed.
  const nextDay = dayOf(new Date(dayStartsAt.getTime() + 30 * 3_600_000))
  const instantAt: Now['instantAt'] = (minutes, dayOffset) => {
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`
    return instantOfWallClock(timeZone, `${dayOffset ? nextDay : day}T${time}`)
  }
  return { at, day, dayStartsAt, nextDayAt: instantOfWallClock(timeZone, `${nextDay}T00:00:00`), instantAt }
}
