'use client'

import { Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { useFormatInstant } from '@/components/instant'
import { formatFen, Money } from '@/components/money'
import type { FormMessages } from './messages-form'
import type { PrizeOutcome, SimulationResult } from './simulate'
import { colourOf, percent } from './tool-form-odds'

interface OutcomeProps {
  result: SimulationResult
  /** Says that it was stopped before its end. */
  note: string | undefined
  budgetFen: number
  endsAt: Date
  text: FormMessages
}

const count = (n: number) => n.toLocaleString('zh-CN')
/** A share in percent, to three digits after the point. */
const share = (part: number, whole: number) => `${whole ? Math.round((part / whole) * 100_000) / 1_000 : 0}%`

/** What a simulation came to: in all, and prize by prize. */
export function SimulationOutcome({ result, note, budgetFen, endsAt, text }: OutcomeProps) {
  const format = useFormatInstant()
  const { made, refused, won, costFen, byEnd, budgetGoneAt, prizes } = result
  const isShort = budgetGoneAt !== undefined && budgetGoneAt < endsAt
  const columns = useColumns(result, endsAt, text)
  const used = budgetFen > 0 ? Math.min(1, byEnd.costFen / budgetFen) : 1
  return (
    <>
      {note && <p className="mt-0 mb-3 text-[13px] text-ink-faint">{note}</p>}
      <dl className="mt-0 mb-5 grid grid-cols-4 gap-3 max-sm:grid-cols-2">
        <Figure label={text.winRate}>{share(won, made)}</Figure>
        <Figure label={text.perDraw}>{formatFen(made ? Math.round(costFen / made) : 0)}</Figure>
        <Figure label={text.byEnd} note={text.byEndDraws(count(byEnd.draws))}>
          {formatFen(byEnd.costFen)}
        </Figure>
        <Figure
          label={text.budget}
          note={
            <span className={isShort ? 'font-medium text-negative' : 'text-positive'}>
              {isShort ? text.budgetGone(format(budgetGoneAt.toISOString())) : text.budgetLasts}
            </span>
          }
        >
          {formatFen(budgetFen)}
          <span className="mt-1.5 block h-1.5 overflow-hidden rounded-full bg-[#e9e8e2]">
            <span
              className={`block h-full rounded-full ${isShort ? 'bg-[#c23b2e]' : 'bg-brand'}`}
              style={{ width: `${used * 100}%` }}
            />
          </span>
        </Figure>
      </dl>
      <div className="overflow-x-auto rounded-lg border border-line">
        <Table<PrizeOutcome>
          size="small"
          rowKey="key"
          columns={columns}
          dataSource={prizes}
          pagination={prizes.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
        />
      </div>
      <p className="mt-3 mb-0 text-xs leading-5 text-ink-faint">
        {refused > 0 && `${text.refused(count(refused))} `}
        {text.assumption}
      </p>
    </>
  )
}

function Figure({ label, note, children }: { label: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div className="rounded-md bg-plaster px-4 py-3">
      <dt className="text-[13px] leading-5 text-ink-faint">{label}</dt>
      <dd className="m-0 text-lg leading-7 font-semibold tabular-nums">{children}</dd>
      {note && <dd className="m-0 text-xs leading-5 text-ink-faint">{note}</dd>}
    </div>
  )
}

function useColumns(
  { made, prizes }: SimulationResult,
  endsAt: Date,
  text: FormMessages,
): TableColumnsType<PrizeOutcome> {
  const format = useFormatInstant()
  const largest = Math.max(
    1,
    ...prizes.map(({ weight }) => weight / 1_000_000),
    ...prizes.map(({ drawn }) => drawn / (made || 1)),
  )
  return [
    {
      key: 'prize',
      title: text.columns.prize,
      render: (_, { name }, place) => (
        <span className="flex min-w-0 items-center gap-2">
          <span
            aria-hidden
            className="size-2.5 shrink-0 rounded-sm"
            style={{ background: colourOf(place, prizes[place]?.gives ?? 'nothing') }}
          />
          <span className="max-w-32 truncate">{name}</span>
        </span>
      ),
    },
    {
      key: 'odds',
      title: text.columns.odds,
      width: 250,
      render: (_, { weight, drawn }) => (
        <span className="block">
          <Bar
            label={text.set}
            of={weight / 1_000_000 / largest}
            says={percent(weight)}
            tone="bg-[#c9cbc3]"
          />
          <Bar
            label={text.drawn}
            of={drawn / (made || 1) / largest}
            says={share(drawn, made)}
            tone="bg-brand"
          />
        </span>
      ),
    },
    {
      key: 'given',
      title: text.columns.given,
      align: 'right',
      width: 120,
      render: (_, { given, drawn }) => (
        <span className="block leading-5 tabular-nums">
          {count(given)}
          {given !== drawn && (
            <span className="block text-xs text-ink-faint">{text.instead(count(drawn))}</span>
          )}
        </span>
      ),
    },
    {
      key: 'cost',
      title: text.columns.cost,
      align: 'right',
      width: 130,
      render: (_, { costFen, gives }) =>
        gives === 'nothing' ? <span className="text-ink-faint">—</span> : <Money fen={costFen} />,
    },
    {
      key: 'gone',
      title: text.columns.gone,
      width: 150,
      render: (_, { goneAt, gives, given }) => {
        if (gives === 'nothing') return <span className="text-ink-faint">{text.nothing}</span>
        if (!goneAt) return <span className="text-ink-soft">{text.lasts}</span>
        const isEarly = goneAt < endsAt
        return (
          <span className={`text-[13px] tabular-nums ${isEarly ? 'text-caution' : 'text-ink-soft'}`}>
            {given === 0 ? text.goneAtStart : format(goneAt.toISOString())}
          </span>
        )
      },
    },
  ]
}

function Bar({ label, of, says, tone }: { label: string; of: number; says: string; tone: string }) {
  return (
    <span className="flex items-center gap-2 text-xs leading-4">
      <span className="w-9 shrink-0 text-ink-faint">{label}</span>
      <span className="h-1.5 flex-1">
        <span
          className={`block h-full rounded-full ${tone}`}
          style={{ width: `${Math.max(of * 100, of > 0 ? 1.5 : 0)}%` }}
        />
      </span>
      <span className="w-16 shrink-0 text-right tabular-nums">{says}</span>
    </span>
  )
}
