/** @jsxImportSource preact */
import type { ViewProps } from '../kit/view'
import type { LotteryProps } from './definition'

export function View({ props }: ViewProps<LotteryProps>) {
  return <section>{props.title}</section>
}
