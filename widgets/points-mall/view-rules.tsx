/** @jsxImportSource preact */
import { RuleList } from '../kit/play/rule-list'
import { useWhen } from '../kit/play/when-text'
import { useMessages } from '../kit/view-hooks'
import { rulesMessages } from './messages-rules'
import { sheetMessages } from './messages-sheets'
import type { PointsMallState } from './state'

/** The rules in sentences, out of what was configured. */
export function MallRules({ mall: { startsAt, endsAt, items } }: { mall: PointsMallState }) {
  const text = useMessages(sheetMessages)
  const say = useMessages(rulesMessages)
  const when = useWhen()
  const sentences = [
    ...say.rules({ from: when(startsAt), until: when(endsAt) }),
    ...items.map((item) => say.itemRule(item.title, text.limits({ ...item, mine: 0 }))),
  ]
  return <RuleList items={sentences} />
}
