/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { linkHref } from '../kit/link-href'
import { MY_REWARDS } from '../kit/play/reward-face'
import { useMessages } from '../kit/view-hooks'
import { viewMessages } from './view-messages'

/** What to do with the money, and what comes next. */
export function GiftLinks({ useLink, children }: { useLink: string; children: ComponentChildren }) {
  const text = useMessages(viewMessages)
  const href = linkHref(useLink)
  return (
    <div class="zg-rp-next">
      <a class="zg-rp-use" href={href ?? MY_REWARDS}>
        {href ? text.use : text.mine}
      </a>
      {children}
    </div>
  )
}
