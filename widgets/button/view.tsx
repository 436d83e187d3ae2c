/** @jsxImportSource preact */
import { linkHref } from '../kit/link-href'
import type { ViewProps } from '../kit/view'
import type { ButtonProps } from './definition'

const LOOKS = {
  solid: 'zg-button-solid border-transparent text-on-brand',
  outline: 'border-brand-strong bg-surface text-brand-strong',
  plain: 'border-transparent text-brand-strong underline',
} as const

/** However small it looks, a finger finds 44 px: what the drawing lacks is clear around it. */
const SIZES = {
  small: 'zg-button-small text-[14px] leading-[20px] p-[7px_16px] min-h-[36px]',
  medium: 'text-[16px] leading-[24px] p-[9px_20px] min-h-[44px]',
  large: 'text-[18px] leading-[28px] p-[11px_28px] min-h-[52px]',
} as const

export function View({ props }: ViewProps<ButtonProps>) {
  const width =
    props.width === 'full'
      ? 'block w-full'
      : `inline-block ${props.size === 'small' ? 'min-w-[88px]' : 'min-w-[132px]'}`
  return (
    <div class="p-[8px_var(--zg-gutter,12px)] text-center">
      <a
        class={`zg-button box-border rounded-full border border-solid text-center font-semibold break-words no-underline ${SIZES[props.size ?? 'medium']} ${LOOKS[props.look]} ${width}`}
        href={linkHref(props.link)}
      >
        {props.label}
      </a>
    </div>
  )
}
