/** @jsxImportSource preact */
import { useMemo } from 'preact/hooks'
import { Notice } from '../kit/play/notice'
import { phaseNow } from '../kit/play/phase-text'
import { type Answer, type Play, usePlay } from '../kit/play/use-play'
import { useWhen } from '../kit/play/when-text'
import { isPhone } from '../kit/target'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages, useNow, useToolState } from '../kit/view-hooks'
import type { RawAnswers } from './answers'
import type { LeadFormProps } from './definition'
import { dropDraft } from './draft'
import { chooseTool, type LeadFormMessages, viewMessages } from './messages'
import { type Consent, type LeadFormState, stageNow } from './state'
import { Done } from './view-done'
import { Form } from './view-form'

interface Submit {
  answers: RawAnswers
  consent: Consent | null
}

/** A form is sent in once at a time, whatever is in it. */
const keyOf = () => 'submit'
const NONE: readonly never[] = []

export function View({ props, blockId }: ViewProps<LeadFormProps>) {
  const host = useHost()
  const text = useMessages(viewMessages)
  const { status, state } = useToolState<LeadFormState>(blockId)
  const play = usePlay<Submit>(blockId, 'submit', keyOf, (input) => void send(input))

  const send = async (input: Submit) => {
    const answer = await play.play(input)
    if (isSent(answer)) dropDraft(blockId)
  }

  let message = ''
  if (!state) {
    if (status === 'offline') message = text.failedToLoad
    else if (!isPhone && host.isEditing) message = chooseTool[host.locale]
  }
  return (
    <section class="zg-lf" aria-label={props.title || text.title}>
      {(props.title || props.intro || state?.gift) && (
        <header>
          {props.title && <h2>{props.title}</h2>}
          {props.intro && <p>{props.intro}</p>}
          {state?.gift && <p class="zg-lf-gift">{text.gift(state.gift)}</p>}
        </header>
      )}
      {state ? (
        <Body
          blockId={blockId}
          button={props.button}
          state={state}
          // In the editor the button says what is written there.
          mustSignIn={status === 'ready' && !state.isSignedIn && !host.isEditing}
          play={play}
          onSubmit={send}
        />
      ) : message ? (
        <Message title={message} />
      ) : (
        <Waiting />
      )}
      <Notice of={play} say={(answer) => ownWords(text, answer)} />
    </section>
  )
}

interface BodyProps {
  blockId: string
  button: string
  state: LeadFormState
  mustSignIn: boolean
  play: Play<Submit>
  onSubmit: (input: Submit) => void
}

/** The form, or why there is none. */
function Body({ blockId, button, state, mustSignIn, play, onSubmit }: BodyProps) {
  const text = useMessages(viewMessages)
  const now = useNow()
  const when = useWhen(now)
  const { answer } = play
  const refused = useMemo(() => (answer?.status === 'invalid' ? answer.problems : NONE), [answer])
  const phase = phaseNow(state, now)
  const stage = stageNow(state, now)

  if (isSent(answer)) {
    const isGiftGone = answer.status === 'done' && answer.detail !== undefined
    return (
      <Done
        title={text.sent}
        more={state.success}
        note={isGiftGone ? text.giftGone : ''}
        rewards={answer.status === 'granted' ? answer.rewards : NONE}
      >
        {state.isRepeatable && stage === 'open' && phase === 'running' && (
          <button type="button" onClick={play.dismiss}>
            {text.again}
          </button>
        )}
      </Done>
    )
  }
  const latest = state.latest ? [state.latest] : NONE
  if (stage === 'submitted') return <Done title={text.sent} more={state.success} rewards={latest} />
  if (stage === 'submitted_today') {
    const isLastDay = state.nextDayAt >= state.endsAt
    return <Done title={text.sentToday} more={isLastDay ? '' : text.sentTodayMore} rewards={latest} />
  }
  if (phase === 'ended') return <Message title={text.ended} />
  if (stage === 'closed') return <Message title={text.closed} />
  if (phase === 'suspended') return <Message title={text.suspended} />
  if (stage === 'full') return <Message title={text.full} more={text.fullMore} />
  let label = mustSignIn ? text.signIn : button
  if (phase === 'not_started') label = text.opensAt(when(state.startsAt))
  return (
    <Form
      blockId={blockId}
      state={state}
      label={label}
      isClosed={phase !== 'running'}
      isPending={play.isPending({ answers: {}, consent: null })}
      refused={refused}
      onSubmit={(answers, consent) => onSubmit({ answers, consent })}
    />
  )
}

type Sent = Extract<Answer, { status: 'done' | 'granted' }>

function isSent(answer: Answer | undefined): answer is Sent {
  return answer?.status === 'done' || answer?.status === 'granted'
}

/** What only a form says; what is wrong with an answer stands beside its field. */
function ownWords(text: LeadFormMessages, answer: Answer): string | undefined {
  switch (answer.status) {
    case 'invalid':
    case 'done':
    case 'granted':
      return ''
    case 'limit_reached':
      return text.alreadySent
    case 'sold_out':
      return text.full
    default:
      return undefined
  }
}

function Message({ title, more }: { title: string; more?: string }) {
  return (
    <div class="zg-lf-panel">
      <h3>{title}</h3>
      {more && <p>{more}</p>}
    </div>
  )
}

/** The place that a form will take, so that nothing moves when it comes. */
function Waiting() {
  return (
    <div class="zg-lf-waiting" aria-hidden="true">
      <i />
      <i />
      <i />
    </div>
  )
}
