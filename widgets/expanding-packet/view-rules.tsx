/** @jsxImportSource preact */
import { RuleList } from '../kit/play/rule-list'
import { useWhen } from '../kit/play/when-text'
import { useMessages } from '../kit/view-hooks'
import { yuanText } from '../kit/yuan-text'
import { rulesMessages } from './messages-rules'
import type { ExpandingState } from './state'

/** The rules in whole sentences, from nothing but the configuration. */
export function ExpandingRules({ state: { terms, startsAt, endsAt } }: { state: ExpandingState }) {
  const text = useMessages(rulesMessages)
  const when = useWhen()
  const items = text[terms.mode]({
    ...terms,
    base: yuanText(terms.baseFen),
    most: yuanText(terms.targetFen),
    leastAdded: yuanText(terms.leastFen),
    mostAdded: yuanText(terms.mostFen),
  })
  return <RuleList items={[text.window(when(startsAt), when(endsAt)), ...items]} />
}
