/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { HeldReward } from '../../../schemas/outcome'
import { isSafeImage } from '../../../schemas/safe-values'
import { linkHref } from '../link-href'
import { useHost } from '../view'
import { yuanText } from '../yuan-text'
import { MY_REWARDS } from './my-rewards'
import { playWords } from './play-words'
import { rewardWords } from './reward-words'
import { offText, termsText } from './terms-text'
import { expiryText, isLastDay } from './validity-text'

/** One reward a member was given, of whatever kind, with what can be done with it next. */
export function RewardFace({ reward }: { reward: HeldReward }) {
  const { locale, timeZone, now } = useHost()
  const words = rewardWords[locale]
  const { given, title, expiresAt } = reward
  // A reward is held by somebody, so this is never drawn by the server.
  const isLast = expiresAt !== null && isLastDay(expiresAt, timeZone, now())
  const lasts = (
    <small class={isLast ? 'is-last' : ''}>{expiryText(locale, expiresAt, timeZone, now())}</small>
  )
  const useLink = linkHref(reward.useLink)
  const use = useLink && <a href={useLink}>{playWords[locale].use}</a>

  switch (given.kind) {
    case 'coupon': {
      const off = offText(locale, given)
      return (
        <Card
          worth={off ? <b>{off}</b> : <Yuan fen={given.amountFen} />}
          note={termsText(locale, given).join(' ')}
          {...{ title }}
        >
          {lasts}
          {use}
        </Card>
      )
    }
    case 'subsidy':
      return (
        <Card worth={<Yuan fen={given.amountFen} />} note={words.offOrder} {...{ title }}>
          {lasts}
          {use}
        </Card>
      )
    case 'cash':
      return (
        <Card worth={<Yuan fen={given.amountFen} />} {...{ title }}>
          <small>{words.inBalance}</small>
          {use}
        </Card>
      )
    case 'points':
      return (
        <Card worth={<b>{given.points}</b>} note={words.points} {...{ title }}>
          <small>{Date.parse(given.availableAt ?? '') > now() ? words.pending : words.inPoints}</small>
          {use}
        </Card>
      )
    case 'partner_voucher':
      return (
        <Card worth={<b class="is-words">{given.partner}</b>} {...{ title }}>
          <CopyCode code={given.code} />
          {given.howToUse && <small>{given.howToUse}</small>}
          {lasts}
          {use}
        </Card>
      )
    case 'physical':
      return (
        <Card
          worth={
            given.image && isSafeImage(given.image) ? (
              <img src={given.image} alt="" width="72" height="72" />
            ) : (
              <Gift />
            )
          }
          {...{ title }}
        >
          {given.hasAddress ? (
            <small>{words.hasAddress}</small>
          ) : (
            <a href={MY_REWARDS}>{words.giveAddress}</a>
          )}
        </Card>
      )
  }
}

function Card(props: {
  worth: ComponentChildren
  note?: string
  title: string
  children: ComponentChildren
}) {
  return (
    <article class="zg-pl-reward">
      <div class="zg-pl-worth">
        {props.worth}
        {props.note && <small>{props.note}</small>}
      </div>
      <div class="zg-pl-about">
        <h3>{props.title}</h3>
        {props.children}
      </div>
    </article>
  )
}

function Gift() {
  return (
    <svg class="zg-pl-gift" viewBox="0 0 48 48" aria-hidden="true">
      <path d="M8 21v17a4 4 0 0 0 4 4h24a4 4 0 0 0 4-4V21M6 14h36v7H6zM24 14v28M24 14C21 5 12 4 11 9c0 3 5 5 13 5zM24 14c3-9 12-10 13-5 0 3-5 5-13 5z" />
    </svg>
  )
}

function Yuan({ fen }: { fen: number }) {
  const amount = yuanText(fen)
  return (
    <b class={amount.length > 4 ? 'is-long' : ''}>
      <small class="zg-pl-yen">¥</small>
      {amount}
    </b>
  )
}

/** A code to take along, and a button that does. Where the web-view forbids it, it can be selected. */
export function CopyCode({ code }: { code: string }) {
  const host = useHost()
  const words = rewardWords[host.locale]
  const [isCopied, setCopied] = useState<boolean>()
  let label = words.copy
  if (isCopied !== undefined) label = isCopied ? words.copied : words.copyFailed
  return (
    <p class="zg-pl-code">
      <code>{code}</code>
      <button type="button" onClick={async () => setCopied(await host.copy(code))}>
        {label}
      </button>
    </p>
  )
}
