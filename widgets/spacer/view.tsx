/** @jsxImportSource preact */
import type { ViewProps } from '../kit/view'
import type { SpacerProps } from './definition'

export function View({ props: { height, line } }: ViewProps<SpacerProps>) {
  return (
    <div class="zg-spacer" style={{ height: `${height}px` }}>
      {line === 'ornament' && <Ornament />}
      {(line === 'solid' || line === 'dashed') && <hr class={`zg-spacer-${line}`} />}
    </div>
  )
}

/** A bloom between two lines that fade away. */
function Ornament() {
  return (
    <div class="zg-spacer-ornament" aria-hidden="true">
      <i />
      <svg aria-hidden="true" width="44" height="16" viewBox="0 0 44 16" fill="currentColor">
        <path d="M22 1.5c1.6 2.6 3.6 4.9 6.4 6.5-2.8 1.6-4.8 3.9-6.4 6.5-1.6-2.6-3.6-4.9-6.4-6.5 2.8-1.6 4.8-3.9 6.4-6.5z" />
        <path d="M9 5.2c.8 1.2 1.7 2.1 3 2.8-1.3.7-2.2 1.6-3 2.8-.8-1.2-1.7-2.1-3-2.8 1.3-.7 2.2-1.6 3-2.8z" />
        <path d="M35 5.2c.8 1.2 1.7 2.1 3 2.8-1.3.7-2.2 1.6-3 2.8-.8-1.2-1.7-2.1-3-2.8 1.3-.7 2.2-1.6 3-2.8z" />
      </svg>
      <i />
    </div>
  )
}
