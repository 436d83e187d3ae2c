/** @jsxImportSource preact */
import type { ViewProps } from '../kit/view'
import type { ColumnsProps } from './definition'

const TRACKS: Record<ColumnsProps['ratio'], number[]> = {
  '1:1': [1, 1],
  '1:2': [1, 2],
  '2:1': [2, 1],
  '1:1:1': [1, 1, 1],
}

const SLOTS = ['first', 'second', 'third']

export function View({ props, slots }: ViewProps<ColumnsProps>) {
  const tracks = TRACKS[props.ratio]
  return (
    <div
      class="zg-columns"
      style={{
        // minmax keeps a long word in one column from squeezing the other.
        gridTemplateColumns: tracks.map((share) => `minmax(0,${share}fr)`).join(' '),
        columnGap: `${props.gap}px`,
      }}
    >
      {SLOTS.slice(0, tracks.length).map((slot) => (
        <div key={slot}>{slots[slot]}</div>
      ))}
    </div>
  )
}
