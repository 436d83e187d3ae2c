/** @jsxImportSource preact */
import { linkHref } from '../kit/link-href'
import type { ViewProps } from '../kit/view'
import type { ButtonProps } from './definition'

const LOOKS = {
  solid: 'zg-button-solid border-transparent text-on-brand',
  outline: 'border-brand-strong bg-surface text-brand-strong',
  plain: 'border-transparent text-brand-strong underline',
} as const

export function View({ props }: ViewProps<ButtonProps>) {
  const width = props.width === 'full' ? 'block w-full' : 'inline-block min-w-[132px]'
  return (
    <div class="p-[8px_var(--zg-gutter,12px)] text-center">
      <a
        class={`zg-button box-border min-h-[44px] rounded-full border border-solid p-[9px_20px] text-center text-[16px] leading-[24px] font-semibold break-words no-underline ${LOOKS[props.look]} ${width}`}
        href={linkHref(props.link)}
      >
        {props.label}
      </a>
    </div>
  )
}
