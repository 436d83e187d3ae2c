/** @jsxImportSource preact */
import { instantParts } from '../kit/instant-text'
import { RuleList } from '../kit/play/rule-list'
import { useHost } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import { type RulesMessages, rulesMessages } from './messages-rules'
import type { LotteryState } from './state'

/** 规则, written from the configuration: nobody has to keep it true by hand. */
export function LotteryRules({ state }: { state: LotteryState }) {
  const { timeZone } = useHost()
  const text = useMessages(rulesMessages)
  return <RuleList items={rulesOf(state, text, timeZone)} />
}

function rulesOf(state: LotteryState, text: RulesMessages, timeZone: string): string[] {
  const points = state.tasks.find((task) => task.kind === 'points')
  return text.rules({
    from: instantParts(state.startsAt, timeZone),
    until: instantParts(state.endsAt, timeZone),
    freePerDay: state.freePerDay,
    freePerCampaign: state.freePerCampaign,
    points: points?.points ?? 0,
    pointsLimit: points?.limit ?? 0,
    visits: state.tasks.flatMap((task) => (task.kind === 'visit' ? [task.title] : [])),
    prizes: state.prizes.map(({ name, chanceText, isGone, unlockAfter }) =>
      [name, chanceText, unlockAfter && text.unlock(unlockAfter), isGone && text.gone]
        .filter(Boolean)
        .join(' '),
    ),
    winsPerMember: state.winsPerMember,
    pity: state.pity,
  })
}
