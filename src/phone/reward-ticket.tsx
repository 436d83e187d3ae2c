/** @jsxImportSource preact */
import type { HeldReward } from '../../schemas/outcome'
import { isSafeImage } from '../../schemas/safe-values'
import type { Parcel } from '../../schemas/shipping'
import { instantParts } from '../../widgets/kit/instant-text'
import { linkHref } from '../../widgets/kit/link-href'
import { pictureAttrs } from '../../widgets/kit/picture'
import { CopyCode } from '../../widgets/kit/play/reward-face'
import { offText, termsText } from '../../widgets/kit/play/terms-text'
import { expiryText, isLastDay } from '../../widgets/kit/play/validity-text'
import { useHost } from '../../widgets/kit/view'
import { yuanText } from '../../widgets/kit/yuan-text'
import { PrizeAbout } from './reward-prize'
import { rewardWords } from './reward-words'

interface TicketProps {
  reward: HeldReward
  /** Of a prize that is sent: where it is. */
  parcel?: Parcel | undefined
  /** Opens the form for where a prize is sent. */
  onAddress: (reward: HeldReward) => void
}

/** One held reward of whatever kind: what it is worth, how long it lasts, what to do with it. */
export function RewardTicket({ reward, parcel, onAddress }: TicketProps) {
  const { given, id, title, state } = reward
  // What is on its way is still to come.
  const isOver = state !== 'granted' && !(given.kind === 'physical' && state === 'used')
  return (
    <li class={`zr-ticket is-${given.kind}${isOver ? ' is-over' : ''}`} data-reward={id}>
      <div class="zr-worth">
        <Worth reward={reward} />
      </div>
      <div class="zr-about">
        <h2>{title}</h2>
        <About {...{ reward, parcel, onAddress }} />
      </div>
      <Aside reward={reward} />
    </li>
  )
}

/** The large print on the left. */
function Worth({ reward: { given } }: Pick<TicketProps, 'reward'>) {
  const { locale } = useHost()
  const say = rewardWords[locale]
  switch (given.kind) {
    case 'coupon': {
      const off = offText(locale, given)
      return (
        <>
          {off ? <b>{off}</b> : <Yuan fen={given.amountFen} />}
          <small>{termsText(locale, given).join(' ')}</small>
        </>
      )
    }
    case 'cash':
      return <Yuan fen={given.amountFen} />
    case 'subsidy':
      return (
        <>
          <Yuan fen={given.amountFen} />
          <small>{say.offOrder}</small>
        </>
      )
    case 'points':
      return (
        <>
          <b class={String(given.points).length > 4 ? 'is-long' : ''}>{given.points}</b>
          <small>{say.pointsUnit}</small>
        </>
      )
    case 'partner_voucher':
      return <b class="is-words">{given.partner}</b>
    case 'physical':
      return given.image !== '' && isSafeImage(given.image) ? (
        <img {...pictureAttrs(given.image, '76px')} alt="" width="76" height="76" loading="lazy" />
      ) : (
        <Gift />
      )
  }
}

/** The lines below the title. */
function About({ reward, parcel, onAddress }: TicketProps) {
  const { locale, timeZone, now } = useHost()
  const say = rewardWords[locale]
  const { given, expiresAt, state } = reward
  const isLast = state === 'granted' && expiresAt !== null && isLastDay(expiresAt, timeZone, now())
  const lasts = <p class={isLast ? 'is-last' : ''}>{expiryText(locale, expiresAt, timeZone, now())}</p>
  switch (given.kind) {
    case 'coupon':
    case 'subsidy':
      return lasts
    case 'cash':
      return <p>{say.inBalance}</p>
    case 'points':
      return (
        <>
          <p>
            {isPending(given.availableAt, now())
              ? say.pendingUntil(instantParts(given.availableAt, timeZone))
              : say.inPoints}
          </p>
          {expiresAt !== null && lasts}
        </>
      )
    case 'partner_voucher':
      return (
        <>
          <CopyCode code={given.code} />
          {given.howToUse && <p>{given.howToUse}</p>}
          {state === 'granted' ? (
            <>
              {lasts}
              <Use link={reward.useLink} />
            </>
          ) : (
            <p>{say.over[state]}</p>
          )}
        </>
      )
    case 'physical':
      return <PrizeAbout {...{ reward, parcel, onAddress }} />
  }
}

/** Points that came in and cannot be spent yet. */
const isPending = (availableAt: string | undefined, now: number): availableAt is string =>
  availableAt !== undefined && now < Date.parse(availableAt)

/** What stands on the right: the way to use it, or that it is over. Codes and numbers need the width themselves. */
function Aside({ reward: { state, useLink, given } }: Pick<TicketProps, 'reward'>) {
  const say = rewardWords[useHost().locale]
  if (given.kind === 'partner_voucher' || (given.kind === 'physical' && state === 'used')) return null
  return state === 'granted' ? <Use link={useLink} /> : <span class="zr-mark">{say.over[state]}</span>
}

function Use({ link }: { link: string }) {
  const say = rewardWords[useHost().locale]
  const href = linkHref(link)
  return href ? (
    <a class="zr-use" href={href}>
      {say.use}
    </a>
  ) : null
}

function Yuan({ fen }: { fen: number }) {
  const amount = yuanText(fen)
  return (
    <b class={amount.length > 4 ? 'is-long' : ''}>
      <small>¥</small>
      {amount}
    </b>
  )
}

function Gift() {
  return (
    <svg viewBox="0 0 48 48" width="56" height="56" aria-hidden="true">
      <path class="zr-box" d="M9 22h30v17a3 3 0 0 1-3 3H12a3 3 0 0 1-3-3z" />
      <path class="zr-lid" d="M8 14h32a2 2 0 0 1 2 2v6H6v-6a2 2 0 0 1 2-2z" />
      <path
        class="zr-bow"
        d="M21 14h6v28h-6zM24 14C21 5 12 4 11 9c0 3 5 5 13 5zM24 14c3-9 12-10 13-5 0 3-5 5-13 5z"
      />
    </svg>
  )
}
