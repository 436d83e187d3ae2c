/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { later } from '../kit/later'
import { answerText } from '../kit/play/answer-text'
import { Notice } from '../kit/play/notice'
import { phaseText } from '../kit/play/phase-text'
import { MY_REWARDS } from '../kit/play/reward-face'
import { useWhen } from '../kit/play/when-text'
import { isPhone } from '../kit/target'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages, useNow, useToolState } from '../kit/view-hooks'
import type { LotteryProps } from './definition'
import { type LotteryMessages, viewMessages } from './messages'
import { type LotteryState, type ShownPrize, type Standing, skinFor, standingOf } from './state'
import { type Drawn, useDraw } from './view-draw'
import { Mine as MineNow } from './view-mine'
import { NineGrid as NineGridNow } from './view-nine-grid'
import { Result as ResultNow } from './view-result'
import { LotteryRules as RulesNow } from './view-rules'
import { Scratch as ScratchNow } from './view-scratch'
import type { ButtonProps } from './view-skin'
import { Tasks as TasksNow } from './view-tasks'
import { Wheel as WheelNow } from './view-wheel'

// A page shows one of the three skins, and most members look at none of the sheets.
const Wheel = later(isPhone ? { load: () => import('./view-wheel').then((m) => m.Wheel) } : { now: WheelNow })
const NineGrid = later(
  isPhone ? { load: () => import('./view-nine-grid').then((m) => m.NineGrid) } : { now: NineGridNow },
)
const Scratch = later(
  isPhone ? { load: () => import('./view-scratch').then((m) => m.Scratch) } : { now: ScratchNow },
)
const Result = later(
  isPhone ? { load: () => import('./view-result').then((m) => m.Result) } : { now: ResultNow },
)
const Tasks = later(isPhone ? { load: () => import('./view-tasks').then((m) => m.Tasks) } : { now: TasksNow })
const Mine = later(isPhone ? { load: () => import('./view-mine').then((m) => m.Mine) } : { now: MineNow })
const LotteryRules = later(
  isPhone ? { load: () => import('./view-rules').then((m) => m.LotteryRules) } : { now: RulesNow },
)

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
  const { round, draw, landed, close, chances, taught, notice } = useDraw(blockId, state)
  const [sheet, setSheet] = useState<'tasks' | 'mine'>()

  const prizes = state?.prizes ?? BLANKS
  const skin = state ? skinFor(props.skin, prizes.length) : props.skin
  const isBusy = round.stage !== 'idle' && round.stage !== 'shown'
  const isLoading = status === 'loading' || !state
  const standing = state ? standingOf(state, chances, taught, now) : 'not_started'
  const canDraw = !host.isEditing && !isLoading && !isBusy && (standing === 'draw' || standing === 'sign_in')

  function tap(): void {
    if (host.isEditing) return
    if (standing === 'no_chance') setSheet('tasks')
    else {
      // It is there by the time the skin has come to its place.
      void Result.fetch().catch(() => {})
      draw()
    }
  }

  /** Whose draw it is is not known yet: what could be tapped only waits, and is not greyed out. */
  const isWaiting = isLoading && ACTIVE.includes(standing)
  let label = text.button[isWaiting ? 'draw' : standing]
  if (round.stage === 'turning' && round.isSlow) label = text.revealing
  else if (isBusy) label = text.turning
  else if (skin === 'scratch' && (isWaiting || standing === 'draw')) label = text.reveal

  const button: ButtonProps = {
    label,
    note: isWaiting ? '\u00a0' : state && !isBusy ? noteOf(state, standing, chances, text, when) : '',
    isOff: isLoading || !ACTIVE.includes(standing),
    isBusy: isBusy || isWaiting,
    onTap: tap,
  }
  const game = { prizes, round, landed, button }

  let problem = ''
  if (!state) {
    if (status === 'offline') problem = text.failedToLoad
    else if (host.isEditing) problem = text.chooseTool
  } else if (skin !== props.skin && host.isEditing) problem = text.wrongCount(props.skin, prizes.length)
  else if (standing === 'sold_out')
    problem = answerText(host.locale, { status: 'sold_out', ...state.soldOut }, when)
  else if (standing === 'won_all') problem = text.wonAll(state.winsPerMember)

  function goOn(): void {
    if (standing === 'draw') draw()
    else {
      close()
      setSheet('tasks')
    }
  }
  const canGoOn = state && !state.soldOut && (standing === 'draw' || standing === 'no_chance')
  return (
    <section class={`zg-lt zg-lt-is-${skin}`} aria-label={props.title || text.title}>
      <nav>
        {state ? <LotteryRules state={state} /> : <span />}
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
      {sheet === 'mine' && state && <Mine rewards={state.mine} onClose={() => setSheet(undefined)} />}
      {round.stage === 'shown' && (
        <Result
          round={round}
          prize={prizes[round.prize] ?? prizeOf(round.outcome)}
          chances={chances}
          useLink={state?.useLink ?? ''}
          again={canGoOn ? goOn : undefined}
          onClose={close}
        />
      )}
    </section>
  )
}

/** What was drawn where the lottery changed meanwhile: named by the reward itself. */
function prizeOf(outcome: Drawn): ShownPrize {
  const reward = outcome.status === 'granted' ? outcome.rewards[0] : undefined
  return {
    key: '',
    name: reward?.title ?? '',
    kind: reward?.given.kind ?? 'none',
    image: '',
    isGone: false,
  }
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
      <span class="zg-lt-winner" key={turn}>
        {winner && text.winner(winner.name, winner.prize)}
      </span>
    </p>
  )
}
