/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { linkHref } from '../kit/link-href'
import { MY_REWARDS } from '../kit/play/my-rewards'
import { playWords } from '../kit/play/play-words'
import { useHost } from '../kit/view'

/** What to do with the money, and what comes next. */
export function GiftLinks({ useLink, children }: { useLink: string; children: ComponentChildren }) {
  const words = playWords[useHost().locale]
  const href = linkHref(useLink)
  return (
    <div class="zg-rp-next">
      <a class="zg-rp-use" href={href ?? MY_REWARDS}>
        {href ? words.use : words.mine}
      </a>
      {children}
    </div>
  )
}
