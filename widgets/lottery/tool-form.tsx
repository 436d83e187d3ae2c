'use client'

import { ExperimentOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useLocale } from 'next-intl'
import { useState } from 'react'
import type { ToolFormProps } from '../kit/tool-form'
import { type LotteryConfig, WEIGHT_TOTAL } from './config'
import { type FormMessages, formMessages } from './messages-form'
import { colourOf, percent } from './tool-form-odds'
import { Simulator } from './tool-form-simulator'

/** The generated form, above it how the odds stand, and below it what they would come to. */
export function ToolForm({ value, generated, facts }: ToolFormProps<LotteryConfig>) {
  const text = formMessages[useLocale() as keyof typeof formMessages]
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="flex flex-col gap-5">
      <Odds prizes={value.prizes ?? []} text={text} />
      {generated}
      <div className="flex items-center gap-4 rounded-md bg-brand-soft px-4 py-3">
        <p className="m-0 min-w-0 flex-1 text-[13px] leading-5 text-ink-soft">{text.simulateHint}</p>
        <Button icon={<ExperimentOutlined />} onClick={() => setOpen(true)}>
          {text.simulate}
        </Button>
      </div>
      <Simulator isOpen={isOpen} config={value} facts={facts} text={text} onClose={() => setOpen(false)} />
    </div>
  )
}

/** Every prize's share of the wheel, side by side, and what they sum to. */
function Odds({ prizes, text }: { prizes: LotteryConfig['prizes']; text: FormMessages }) {
  const sum = prizes.reduce((total, { weight }) => total + (weight || 0), 0)
  const whole = Math.max(sum, WEIGHT_TOTAL)
  const isRight = sum === WEIGHT_TOTAL
  const says = isRight
    ? text.sumRight
    : sum < WEIGHT_TOTAL
      ? text.sumShort(percent(WEIGHT_TOTAL - sum))
      : text.sumOver(percent(sum - WEIGHT_TOTAL))
  return (
    <div>
      <p className="mt-0 mb-1.5 flex items-baseline justify-between text-[13px] leading-5">
        <span className="text-ink-soft">{text.pool}</span>
        <span role="status" className={isRight ? 'text-positive' : 'font-medium text-negative'}>
          {says}
        </span>
      </p>
      <ul className="m-0 flex h-3 list-none gap-px overflow-hidden rounded-full bg-[#e9e8e2] p-0">
        {prizes.map(({ name, weight, gives }, i) => (
          <li
            // Two prizes may be called alike while they are written.
            // biome-ignore lint/suspicious/noArrayIndexKey: it is redrawn as a whole.
            key={i}
            title={`${name} ${percent(weight || 0)}`}
            style={{ width: `${((weight || 0) / whole) * 100}%`, background: colourOf(i, gives) }}
          >
            <span className="sr-only">{`${name} ${percent(weight || 0)}`}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
