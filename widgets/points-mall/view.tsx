/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import { later } from '../kit/later'
import { Notice } from '../kit/play/notice'
import { type Answer, usePlay } from '../kit/play/use-play'
import { isPhone } from '../kit/target'
import { useHost, type ViewProps } from '../kit/view'
import { useMessages, useNow, useToolState } from '../kit/view-hooks'
import type { PointsMallProps } from './definition'
import { inTime } from './in-time'
import { chooseTool, viewMessages } from './messages'
import { itemNow, type Lesson, type MallItem, type PointsMallState } from './state'
import { ConfirmSheet as ConfirmNow } from './view-confirm'
import { DoneSheet as DoneNow } from './view-done'
import { Header } from './view-header'
import { EmptyItem, Item } from './view-item'
import { RecordsSheet as RecordsNow } from './view-records'

// The sheets come as soon as a finger is on something that opens one.
const ConfirmSheet = later(
  isPhone ? { load: () => import('./view-confirm').then((m) => m.ConfirmSheet) } : { now: ConfirmNow },
)
const DoneSheet = later(
  isPhone ? { load: () => import('./view-done').then((m) => m.DoneSheet) } : { now: DoneNow },
)
const RecordsSheet = later(
  isPhone ? { load: () => import('./view-records').then((m) => m.RecordsSheet) } : { now: RecordsNow },
)

/** Ahead of need; what does not come is asked for again when it is needed. */
function fetchSheets(): void {
  for (const sheet of [ConfirmSheet, DoneSheet]) sheet.fetch().catch(() => {})
}

const OFFLINE = { status: 'failed', offline: true } as Answer

interface Redeem {
  rewardId: string
}

const keyOf = ({ rewardId }: Redeem) => rewardId

/** After midnight phones ask for the new day's stock spread over this time, in ms. */
const NEW_DAY_SPREAD_MS = 5_000

export function View({ props, blockId }: ViewProps<PointsMallProps>) {
  const host = useHost()
  const text = useMessages(viewMessages)
  const tool = useToolState<PointsMallState>(blockId)
  const { status, state } = tool
  const now = useNow()
  const play = usePlay<Redeem>(blockId, 'redeem', keyOf, (input) => resume(input))
  const [lessons, setLessons] = useState<Record<string, Lesson>>({})
  const [tapped, setTapped] = useState<string>()
  /** What the last confirmation was for. */
  const [wanted, setWanted] = useState<MallItem>()
  const [isLookingBack, lookBack] = useState(false)
  /** How to go on from a tap whose sheet did not come. */
  const [missed, setMissed] = useState<typeof play>()
  useNewDay(state?.nextDayAt, now)

  const mustSignIn = status === 'ready' && state?.wallet === null
  const items = state?.items.map((item) => itemNow(item, state, lessons[item.rewardId], now)) ?? []
  const item = items.find(({ rewardId }) => rewardId === tapped)
  const granted = play.answer?.status === 'granted' ? play.answer : undefined

  const open = (rewardId: string) => {
    const dismiss = () => setMissed(undefined)
    dismiss()
    play.dismiss()
    if (host.isEditing) return
    // Now or not at all: a sheet that asks for payment must not come up by itself.
    inTime(ConfirmSheet.fetch()).then(
      () => setTapped(rewardId),
      () => setMissed({ ...play, answer: OFFLINE, retry: () => open(rewardId), dismiss }),
    )
  }

  const redeem = async (confirmed: MallItem) => {
    const { rewardId } = confirmed
    // The state's own item, by which a lesson knows when it is outdated.
    const about = state?.items.find((each) => each.rewardId === rewardId) ?? confirmed
    setWanted(confirmed)
    const failure = play.answer?.status === 'failed' ? play.answer : undefined
    const answer = await play.play({ rewardId }, failure)
    if (!answer) return
    setLessons((known) => ({ ...known, [rewardId]: { status: answer.status, about } }))
    if (answer.status === 'granted') setTapped(undefined)
  }

  /** A sign-in came between: what was confirmed before it goes on, where it can be seen. */
  const resume = ({ rewardId }: Redeem) => {
    const confirmed = items.find((each) => each.rewardId === rewardId)
    if (!confirmed) return
    setTapped(rewardId)
    void redeem(confirmed)
  }

  let message = ''
  if (!state) {
    if (status === 'offline') message = text.failedToLoad
    else if (!isPhone && host.isEditing) message = chooseTool[host.locale]
  } else if (items.length === 0) message = text.noItems

  return (
    <section class="zg-pm" aria-label={props.title || text.title}>
      <Header
        blockId={blockId}
        title={props.title}
        tool={tool}
        now={now}
        onRecords={() => (mustSignIn ? void host.login() : lookBack(true))}
      />
      {message ? (
        <p class="zg-pm-message">{message}</p>
      ) : (
        <ul class={`zg-pm-items is-${props.layout}`} onPointerDown={fetchSheets}>
          {state
            ? items.map((each) => (
                <Item
                  key={each.rewardId}
                  item={each}
                  wallet={state.wallet}
                  isPending={play.isPending(each)}
                  mustSignIn={mustSignIn}
                  showProgress={props.showProgress}
                  onTap={() => open(each.rewardId)}
                />
              ))
            : [0, 1, 2, 3].map((key) => <EmptyItem key={key} />)}
        </ul>
      )}
      {state && item && (
        <ConfirmSheet
          item={item}
          mall={state}
          isPending={play.isPending(item)}
          mustSignIn={mustSignIn}
          refusal={play.answer}
          onConfirm={() => redeem(item)}
          onClose={() => setTapped(undefined)}
        />
      )}
      {state && wanted && granted && (
        <DoneSheet item={wanted} rewards={granted.rewards} wallet={state.wallet} onClose={play.dismiss} />
      )}
      {state && isLookingBack && <RecordsSheet records={state.records} onClose={() => lookBack(false)} />}
      {!item && <Notice of={missed ?? play} />}
    </section>
  )
}

/** Asks for the state anew once the shop's next day has begun. */
function useNewDay(nextDayAt: string | undefined, now: number | undefined): void {
  const { refresh } = useHost()
  const isNewDay = nextDayAt !== undefined && now !== undefined && now >= Date.parse(nextDayAt)
  useEffect(() => {
    if (!isNewDay) return
    const timer = setTimeout(refresh, Math.random() * NEW_DAY_SPREAD_MS)
    return () => clearTimeout(timer)
  }, [isNewDay, refresh])
}
