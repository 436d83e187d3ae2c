/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Sheet } from '../../widgets/kit/play/sheet'
import { useHost } from '../../widgets/kit/view'
import { newIdempotencyKey } from './idempotency-key'
import { type ApiFailure, isFailure } from './member-api'
import { myPayouts, type Payouts, type WithdrawAnswer, withdraw } from './payout-api'
import { rewardWords } from './reward-words'
import { amountProblem, fenOf, shownFen, typedFen } from './withdraw-amount'
import { WithdrawRecords } from './withdraw-records'
import { withdrawWords } from './withdraw-words'

interface WithdrawProps {
  balanceFen: number
  /** What is left in the wallet, as the server says. */
  onBalance: (cashFen: number) => void
  onClose: () => void
}

/** Takes cash out: how much, by which rules, when it comes, and what became of it before. */
export function WithdrawSheet({ balanceFen, onBalance, onClose }: WithdrawProps) {
  const say = withdrawWords[useHost().locale]
  const [known, setKnown] = useState<Payouts | ApiFailure>()
  const [takenFen, setTaken] = useState<number>()

  useEffect(() => void read(setKnown), [])

  const done = async (answer: WithdrawAnswer) => {
    onBalance(answer.cashFen)
    if (answer.status === 'requested') setTaken(answer.payout.amountFen)
    const after = await myPayouts()
    if (!isFailure(after)) setKnown(after)
  }
  const payouts = known && !isFailure(known) ? known : undefined
  return (
    <Sheet title={say.title} onClose={onClose} class="zr-sheet zr-withdraw">
      {takenFen !== undefined ? (
        <div class="zr-taken" role="status">
          <svg viewBox="0 0 48 48" width="52" height="52" aria-hidden="true">
            <circle cx="24" cy="24" r="22" />
            <path d="M14 25l7 7 13-15" />
          </svg>
          <b>{say.done(shownFen(takenFen))}</b>
          <p>{say.doneHint}</p>
          {!closedText(say, balanceFen, payouts) && (
            <button type="button" class="zr-again" onClick={() => setTaken(undefined)}>
              {say.again}
            </button>
          )}
        </div>
      ) : (
        <AmountForm balanceFen={balanceFen} payouts={payouts} onAnswer={done} />
      )}
      <WithdrawRecords known={known} onRetry={() => void read(setKnown)} />
    </Sheet>
  )
}

async function read(show: (known: Payouts | ApiFailure | undefined) => void): Promise<void> {
  show(undefined)
  show(await myPayouts())
}

interface FormProps {
  balanceFen: number
  /** Undefined while the rules are not known: the server knows them. */
  payouts: Payouts | undefined
  onAnswer: (answer: WithdrawAnswer) => Promise<void>
}

function AmountForm({ balanceFen, payouts, onAnswer }: FormProps) {
  const { locale } = useHost()
  const say = withdrawWords[locale]
  const [typed, type] = useState('')
  const [isChecked, check] = useState(false)
  const [isSending, setSending] = useState(false)
  const [said, setSaid] = useState<string>()
  // The same amount after a failure is the same request: it may have arrived.
  const sent = useRef<{ fen: number; key: string } | undefined>(undefined)

  const minimumFen = payouts?.rules.minimumFen ?? 1
  const leftFen = payouts?.left.times === 0 ? 0 : (payouts?.left.fen ?? balanceFen)
  const problem = isChecked ? amountProblem(typed, { balanceFen, minimumFen, leftFen }) : undefined
  const closed = closedText(say, balanceFen, payouts)

  const submit = async (event: Event) => {
    event.preventDefault()
    if (isSending || closed) return
    check(true)
    setSaid(undefined)
    const fen = fenOf(typed)
    if (fen === undefined || amountProblem(typed, { balanceFen, minimumFen, leftFen })) {
      ;(event.currentTarget as HTMLFormElement).querySelector('input')?.focus()
      return
    }
    if (sent.current?.fen !== fen) sent.current = { fen, key: newIdempotencyKey() }
    setSending(true)
    const answer = await withdraw({ key: sent.current.key, amountFen: fen })
    setSending(false)
    if (isFailure(answer)) return setSaid(failureText(locale, answer))
    sent.current = undefined
    if (answer.status === 'refused') setSaid(say.refused[answer.rule])
    await onAnswer(answer)
  }

  return (
    <form noValidate onSubmit={submit}>
      <label class={problem ? 'zr-amount is-wrong' : 'zr-amount'}>
        <span>{say.amount}</span>
        <b aria-hidden="true">¥</b>
        <input
          inputMode="decimal"
          autoComplete="off"
          maxLength={11}
          value={typed}
          disabled={closed !== undefined}
          placeholder="0.00"
          aria-invalid={problem !== undefined}
          aria-describedby="zr-amount-said"
          onInput={(event) => {
            type(event.currentTarget.value)
            check(false)
            setSaid(undefined)
          }}
        />
      </label>
      <div class="zr-row zr-available">
        <span>{say.available(shownFen(balanceFen))}</span>
        {!closed && (
          <button
            type="button"
            class="zr-change"
            onClick={() => type(typedFen(Math.min(balanceFen, leftFen)))}
          >
            {say.all}
          </button>
        )}
      </div>
      <p class="zr-said" id="zr-amount-said" role="status">
        {closed ?? said ?? (problem && say.problems[problem])}
      </p>
      <button type="submit" class="zr-button" aria-busy={isSending} disabled={closed !== undefined}>
        {isSending ? say.submitting : say.submit}
      </button>
      <ul class="zr-rules">
        <li>{say.when}</li>
        {payouts && (
          <li>
            {say.rules(typedFen(minimumFen), payouts.rules.timesPerDay, shownFen(payouts.rules.fenPerDay))}
            {payouts.left.times > 0 && <>。{say.leftToday(payouts.left.times, shownFen(payouts.left.fen))}</>}
          </li>
        )}
      </ul>
    </form>
  )
}

/** Why nothing can be taken out now; undefined when something can. */
function closedText(
  say: (typeof withdrawWords)['en'],
  balanceFen: number,
  payouts: Payouts | undefined,
): string | undefined {
  if (!payouts) return undefined
  const { rules, left } = payouts
  if (balanceFen < rules.minimumFen) return say.belowMinimum(typedFen(rules.minimumFen))
  return left.times === 0 || left.fen < rules.minimumFen ? say.nothingLeftToday : undefined
}

function failureText(locale: keyof typeof rewardWords, { offline, code, requestId }: ApiFailure): string {
  const say = rewardWords[locale]
  if (offline) return say.offlineSubmit
  if (code === 'unauthenticated') return say.signedOut
  if (code === 'idempotency_mismatch') return withdrawWords[locale].tooOften
  return say.failed + (requestId ? ` (${say.requestId(requestId)})` : '')
}
