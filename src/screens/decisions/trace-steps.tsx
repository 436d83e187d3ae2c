'use client'

import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { CHECKS, type Check, type CheckName } from '@/schemas/decision'
import { type FigureWords, useFigureWords } from './use-figure-words'

/** What is not looked at for every tap, and is left out where it was not. */
const SOMETIMES: readonly CheckName[] = ['invitation', 'queue', 'risk', 'exclusivity', 'limits']

type Nicknames = Readonly<Record<string, string>>

/** Every check from the tap to the one that refused, and, fainter, what would have followed. */
export function TraceSteps({ trace, nicknames }: { trace: readonly Check[]; nicknames: Nicknames }) {
  const t = useTranslations('decisions')
  const last = trace.at(-1)
  const rest = CHECKS.slice(CHECKS.indexOf(last?.check ?? 'budget') + 1).filter(
    (check) => !SOMETIMES.includes(check),
  )
  return (
    <ol aria-label={t('trace')} className="m-0 list-none p-0">
      {trace.map((check, index) => (
        <Step
          key={check.check}
          check={check}
          nicknames={nicknames}
          isEnd={index === trace.length - 1 && rest.length === 0}
        />
      ))}
      {rest.map((check, index) => (
        <li key={check} className="relative flex gap-4 pb-4 last:pb-0">
          {index < rest.length - 1 && <Thread isPassed={false} />}
          <span
            aria-hidden="true"
            className="relative mt-0.5 size-6 flex-none rounded-full border border-dashed border-[#c4c9c5] bg-white"
          />
          <p className="m-0 leading-7 text-ink-faint">
            {t(`checks.${check}`)}
            <span className="ml-2 text-[13px]">{t('notReached')}</span>
          </p>
        </li>
      ))}
    </ol>
  )
}

function Step(props: { check: Check; nicknames: Nicknames; isEnd: boolean }) {
  const { check, result, figures } = props.check
  const { isEnd } = props
  const t = useTranslations('decisions')
  const say = useFigureWords(props.nicknames)
  const isPassed = result === 'passed'
  const words = figures.map((figure) => say(check, figure))
  const plain = words.filter(({ isTechnical }) => !isTechnical)
  const technical = words.filter(({ isTechnical }) => isTechnical)
  return (
    <li className="relative flex gap-4 pb-5 last:pb-0">
      {!isEnd && <Thread isPassed={isPassed} />}
      <span
        aria-hidden="true"
        className={`relative mt-0.5 flex size-6 flex-none items-center justify-center rounded-full text-xs ${
          isPassed ? 'bg-positive-soft text-positive' : 'bg-negative text-white'
        }`}
      >
        {isPassed ? <CheckOutlined /> : <CloseOutlined />}
      </span>
      <div
        className={`min-w-0 flex-1 ${isPassed ? '' : '-mt-2 rounded-md border border-[#f0cdc8] bg-negative-soft px-4 py-2.5'}`}
      >
        <div className="flex flex-wrap items-baseline gap-x-3 leading-7">
          <span className={`font-medium ${isPassed ? 'text-ink' : 'text-negative'}`}>
            {t(`checks.${check}`)}
          </span>
          <span className="text-[13px] text-ink-faint">{t(`asks.${check}`)}</span>
          <span className={`ml-auto text-[13px] ${isPassed ? 'text-positive' : 'font-medium text-negative'}`}>
            {t(result)}
          </span>
        </div>
        {plain.length > 0 && <PlainFigures figures={plain} />}
        {technical.length > 0 && <TechnicalFigures figures={technical} />}
      </div>
    </li>
  )
}

function Thread({ isPassed }: { isPassed: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`absolute top-7 bottom-0 left-[11.5px] w-px ${isPassed ? 'bg-[#bcd9c6]' : 'bg-line'}`}
    />
  )
}

function PlainFigures({ figures }: { figures: FigureWords[] }) {
  return (
    <dl className="m-0 mt-0.5 flex flex-wrap gap-x-6 gap-y-1">
      {figures.map(({ name, value, share, members, isRing = false }) => (
        <div key={`${name} ${value}`} className="flex flex-wrap items-baseline gap-x-2">
          <dt className="text-[13px] text-ink-faint">{name}</dt>
          <dd className={`m-0 tabular-nums ${share === 1 ? 'font-semibold text-negative' : 'text-ink-soft'}`}>
            {value}
            {members && <Named members={members} isRing={isRing} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Who played together, each one tap from what else they did. */
function Named({ members, isRing }: { members: { id: string; name: string }[]; isRing: boolean }) {
  return (
    <span className="ml-2 font-normal">
      {members.map(({ id, name }, index) => (
        // A ring ends with whom it began with.
        // biome-ignore lint/suspicious/noArrayIndexKey: the same member may come twice
        <Fragment key={`${id} ${index}`}>
          {index > 0 && <span className="text-ink-faint">{isRing ? ' → ' : ' · '}</span>}
          <Link href={`/decisions?member=${id}`} prefetch={false}>
            {name}
          </Link>
        </Fragment>
      ))}
    </span>
  )
}

function TechnicalFigures({ figures }: { figures: FigureWords[] }) {
  const t = useTranslations('decisions')
  return (
    <details className="mt-0.5 text-xs text-ink-faint">
      <summary className="w-fit cursor-pointer leading-6 select-none hover:text-ink-soft">
        {t('details')}
      </summary>
      <dl className="m-0 mt-1 grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5">
        {figures.map(({ name, value }) => (
          <div key={`${name} ${value}`} className="contents">
            <dt className="whitespace-nowrap">{name}</dt>
            <dd className="m-0 font-mono break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
