/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { MY_REWARDS } from '../kit/play/my-rewards'
import { Notice } from '../kit/play/notice'
import { Rules } from '../kit/play/rules'
import { useWhen } from '../kit/play/when-text'
import { isPhone } from '../kit/target'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages, useNow, useToolState } from '../kit/view-hooks'
import type { LotteryProps } from './definition'
import { viewMessages } from './messages'
import { type LotteryState, type ShownPrize, skinFor, standingOf } from './state'
import { ACTIVE, buttonOf } from './view-button'
import { type Drawn, useDraw } from './view-draw'
import { Mine, NineGrid, Result, Scratch, Tasks, Wheel } from './view-parts'
import { LotteryRules as RulesNow } from './view-rules'
import { Strip } from './view-strip'
import { Winners } from './view-winners'

/** Holds the prizes' places until there are some. */
const BLANKS: ShownPrize[] = Array.from({ length: 8 }, (_, i) => ({
  key: `${i}`,
  name: '',
  kind: 'none',
  image: '',
  isGone: false,
}))

export function View({ props, blockId }: ViewProps<LotteryProps>) {
  const { isEditing } = useHost()
  const text = useMessages(viewMessages)
  const { status, state } = useToolState<LotteryState>(blockId)
  const now = useNow()
  const when = useWhen(now)
  const { round, draw, landed, close, chances, taught, notice } = useDraw(blockId, state)
  const [sheet, setSheet] = useState<'tasks' | 'mine'>()
  const closeSheet = () => setSheet(undefined)

  const prizes = state?.prizes ?? BLANKS
  const skin = state ? skinFor(props.skin, prizes.length) : props.skin
  const isLoading = status === 'loading' || !state
  const standing = state ? standingOf(state, chances, taught, now) : 'not_started'
  const button = buttonOf({ state, standing, chances, round, skin, isLoading, text, when })
  const canDraw = !isEditing && !button.isBusy && !button.isOff && standing !== 'no_chance'

  function begin(): void {
    // It is there by the time the skin has come to its place.
    void Result.fetch().catch(() => {})
    draw()
  }
  function earn(): void {
    if (round.stage === 'shown') close()
    if (!isEditing) setSheet('tasks')
  }
  const onTap = standing === 'no_chance' ? earn : begin
  const game = { blockId, prizes, round, landed, button: { ...button, onTap } }

  return (
    <section class={`zg-lt zg-lt-is-${skin}`} aria-label={props.title || text.title}>
      <nav>
        {state ? <Rules id={blockId}>{isPhone ? undefined : <RulesNow state={state} />}</Rules> : <span />}
        <a
          href={MY_REWARDS}
          onClick={(event) => {
            if (!state?.isSignedIn && !isEditing) return
            event.preventDefault()
            if (!isEditing) setSheet('mine')
          }}
        >
          {text.mine}
        </a>
      </nav>
      <h2 class={props.title.length > 8 ? 'is-long' : ''}>{props.title}</h2>
      <Strip
        {...{ status, state, standing, now }}
        misfit={skin === props.skin ? undefined : props.skin}
        isSlow={round.stage === 'turning' && round.isSlow}
        isLost={notice.answer?.status === 'failed'}
      />
      {skin === 'wheel' && <Wheel {...game} />}
      {skin === 'nine-grid' && <NineGrid {...game} />}
      {skin === 'scratch' && <Scratch {...game} canDraw={canDraw} draw={begin} />}
      <footer>
        {state && state.tasks.length > 0 && ACTIVE.includes(standing) && (
          <button type="button" class="zg-lt-earn" onClick={earn}>
            {text.earnMore}
          </button>
        )}
        {props.showWinners && state && state.winners.length > 0 && (
          <Winners winners={state.winners} now={now} />
        )}
      </footer>
      <Notice of={notice} />
      {sheet === 'tasks' && state && <Tasks {...{ blockId, state, chances }} onClose={closeSheet} />}
      {sheet === 'mine' && state && <Mine rewards={state.mine} onClose={closeSheet} />}
      {round.stage === 'shown' && (
        <Result
          round={round}
          prize={prizes[round.prize] ?? prizeOf(round.outcome)}
          chances={chances}
          useLink={state?.useLink ?? ''}
          again={standing === 'draw' || standing === 'no_chance' ? onTap : undefined}
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
