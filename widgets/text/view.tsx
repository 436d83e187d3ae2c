/** @jsxImportSource preact */
import type { ViewProps } from '../kit/view'
import type { TextProps } from './definition'

const LOOKS = {
  title: { Tag: 'h2', style: 'text-[22px] font-bold leading-[1.35] text-text' },
  heading: { Tag: 'h3', style: 'text-[17px] font-semibold leading-[1.4] text-text' },
  body: { Tag: 'p', style: 'text-[15px] leading-[1.7] text-text' },
  note: { Tag: 'p', style: 'text-[13px] leading-[1.6] text-muted' },
} as const

const ALIGNMENTS = { left: 'text-left', center: 'text-center', right: 'text-right' } as const

export function View({ props }: ViewProps<TextProps>) {
  const { Tag, style } = LOOKS[props.look]
  return (
    <Tag
      class={`m-0 p-[8px_var(--zg-gutter,12px)] whitespace-pre-wrap break-words ${style} ${ALIGNMENTS[props.align]}`}
      style={props.colour && { color: props.colour }}
    >
      {props.text}
    </Tag>
  )
}
