/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { instantParts } from '../kit/instant-text'
import { Notice } from '../kit/play/notice'
import { phaseText } from '../kit/play/phase-text'
import { MY_REWARDS, RewardFace } from '../kit/play/reward-face'
import { Rules } from '../kit/play/rules'
import { Sheet } from '../kit/play/sheet'
import { useWhen } from '../kit/play/when-text'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages, useNow, useToolState } from '../kit/view-hooks'
import type { LotteryProps } from './definition'
import { type LotteryMessages, viewMessages } from './messages'
import { type LotteryState, type ShownPrize, type Standing, skinFor, standingOf } from './state'
import { useDraw } from './view-draw'
import { NineGrid } from './view-nine-grid'
import { Result } from './view-result'
import { Scratch } from './view-scratch'
import type { ButtonProps } from './view-skin'
import { Tasks } from './view-tasks'
import { Wheel } from './view-wheel'

/** What a tap on the button does something in. */
const ACTIVE: Standing[] = ['draw', 'sign_in', 'no_chance']

/** Holds the prizes' places until there are some. */
const BLANKS: ShownPrize[] = Array.from({ length: 8 }, (_, i) => ({
  key: `${i}`,
  name: '',
  kind: 'none',
  image: '',
  isGone: false,
}))

export function View({ props, blockId }: ViewProps<LotteryProps>) {
  const host = useHost()
  const text = useMessages(viewMessages)
  const { status, state } = useToolState<LotteryState>(blockId)
  const now = useNow()
  const when = useWhen(now)
  const { round, draw, landed, close, chances, notice } = useDraw(blockId, state)
  const [sheet, setSheet] = useState<'tasks' | 'mine'>()

  const prizes = state?.prizes ?? BLANKS
  const skin = state ? skinFor(props.skin, prizes.length) : props.skin
  const isBusy = round.stage !== 'idle' && round.stage !== 'shown'
  const isLoading = status === 'loading' || !state
  const standing = state ? standingOf(state, chances, notice.answer?.status, now) : 'not_started'
  const canDraw = !host.isEditing && !isLoading && !isBusy && (standing === 'draw' || standing === 'sign_in')

  function tap(): void {
    if (host.isEditing) return
    if (standing === 'no_chance') setSheet('tasks')
    else draw()
  }

  let label = text.button[standing]
  if (round.stage === 'turning') label = round.isSlow ? text.revealing : text.turning
  else if (skin === 'scratch' && standing === 'draw') label = text.reveal

  const button: ButtonProps = {
    label,
    note: state && !isBusy ? noteOf(state, standing, chances, text, when) : '',
    isOff: isLoading || !ACTIVE.includes(standing),
    isBusy,
    onTap: tap,
  }
  const game = { prizes, round, landed, button }

  let problem = ''
  if (!state) {
    if (status === 'offline') problem = text.failedToLoad
    else if (host.isEditing) problem = text.chooseTool
  } else if (skin !== props.skin && host.isEditing) problem = text.wrongCount(props.skin, prizes.length)

  function goOn(): void {
    if (standing === 'draw') draw()
    else {
      close()
      setSheet('tasks')
    }
  }
  const canGoOn = state && !state.soldOut && (standing === 'draw' || standing === 'no_chance')
  return (
    <section
      class={`zg-lt zg-lt-is-${skin}${isLoading ? ' is-loading' : ''}`}
      aria-label={props.title || text.title}
    >
      <nav>
        {state ? <Rules items={rulesOf(state, text, host.timeZone)} /> : <span />}
        <a
          href={MY_REWARDS}
          onClick={(event) => {
            if (!state?.isSignedIn && !host.isEditing) return
            event.preventDefault()
            if (!host.isEditing) setSheet('mine')
          }}
        >
          {text.mine}
        </a>
      </nav>
      <h2 class={props.title.length > 8 ? 'is-long' : ''}>{props.title}</h2>
      <p class="zg-lt-strip" role="status">
        {round.stage === 'turning' && round.isSlow ? (
          <span>{text.slow}</span>
        ) : notice.answer?.status === 'failed' ? (
          <a class="zg-lt-late" href={MY_REWARDS}>
            {text.late}
          </a>
        ) : (
          <span>{problem || (state && phaseText(host.locale, state, status, host.timeZone, now))}</span>
        )}
      </p>
      {skin === 'wheel' && <Wheel {...game} />}
      {skin === 'nine-grid' && <NineGrid {...game} />}
      {skin === 'scratch' && <Scratch {...game} canDraw={canDraw} draw={draw} />}
      <footer>
        {state && state.tasks.length > 0 && ACTIVE.includes(standing) && (
          <button type="button" class="zg-lt-earn" onClick={() => !host.isEditing && setSheet('tasks')}>
            {text.earnMore}
          </button>
        )}
        {props.showWinners && state && state.winners.length > 0 && (
          <Winners winners={state.winners} now={now} text={text} />
        )}
      </footer>
      <Notice of={notice} />
      {sheet === 'tasks' && state && (
        <Tasks blockId={blockId} state={state} chances={chances} onClose={() => setSheet(undefined)} />
      )}
      {sheet === 'mine' && state && (
        <Sheet title={text.mine} onClose={() => setSheet(undefined)}>
          {state.mine.length > 0 ? (
            state.mine.map((reward) => <RewardFace key={reward.id} reward={reward} />)
          ) : (
            <p class="zg-lt-said">{text.noneYet}</p>
          )}
          <p class="zg-lt-next">
            <a href={MY_REWARDS}>{text.allMine}</a>
          </p>
        </Sheet>
      )}
      {round.stage === 'shown' && (
        <Result
          round={round}
          chances={chances}
          useLink={state?.useLink ?? ''}
          again={canGoOn ? goOn : undefined}
          onClose={close}
        />
      )}
    </section>
  )
}

/** What stands in small print on the button. */
function noteOf(
  state: LotteryState,
  standing: Standing,
  chances: number,
  text: LotteryMessages,
  when: (iso: string) => string,
): string {
  if (standing === 'not_started') return when(state.startsAt)
  if (standing === 'sold_out') return state.soldOut?.nextAt ? when(state.soldOut.nextAt) : ''
  return ACTIVE.includes(standing) ? text.left(chances) : ''
}

/** How long one winner is shown, ms. */
const WINNER_MS = 3_000

/** One real winner after the other. */
function Winners({
  winners,
  now = 0,
  text,
}: {
  winners: LotteryState['winners']
  now: number | undefined
  text: LotteryMessages
}) {
  const turn = Math.floor(now / WINNER_MS)
  const winner = winners[turn % winners.length]
  return (
    <p class="zg-lt-winners">
      <i aria-hidden="true" />
      <span key={turn}>{winner && text.winner(winner.name, winner.prize)}</span>
    </p>
  )
}

function rulesOf(state: LotteryState, text: LotteryMessages, timeZone: string): string[] {
  const points = state.tasks.find((task) => task.kind === 'points')
  return text.rules({
    from: instantParts(state.startsAt, timeZone),
    until: instantParts(state.endsAt, timeZone),
    freePerDay: state.freePerDay,
    freePerCampaign: state.freePerCampaign,
    points: points?.points ?? 0,
    pointsLimit: points?.limit ?? 0,
    visits: state.tasks.flatMap((task) => (task.kind === 'visit' ? [task.title] : [])),
    prizes: state.prizes.map(({ name, chanceText, isGone }) =>
      [name, chanceText, isGone && text.gone].filter(Boolean).join(' '),
    ),
    winsPerMember: state.winsPerMember,
  })
}
