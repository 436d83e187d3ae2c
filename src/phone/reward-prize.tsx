/** @jsxImportSource preact */
import type { HeldReward } from '../../schemas/outcome'
import type { Parcel } from '../../schemas/shipping'
import { instantParts } from '../../widgets/kit/instant-text'
import { CopyCode } from '../../widgets/kit/play/reward-face'
import { isLastDay } from '../../widgets/kit/play/validity-text'
import { useHost } from '../../widgets/kit/view'
import { prizeWords } from './prize-words'
import { rewardWords } from './reward-words'

const DAY_MS = 86_400_000
/** From so many days on, how many are left is what matters. */
const SOON_DAYS = 7

interface PrizeProps {
  reward: HeldReward
  /** Where it is, once it is handed to whoever sends it. */
  parcel: Parcel | undefined
  onAddress: (reward: HeldReward) => void
}

/** The lines below the title of a prize that is sent: what is wanted of the member, and where it is. */
export function PrizeAbout({ reward, parcel, onAddress }: PrizeProps) {
  const { locale } = useHost()
  const say = rewardWords[locale]
  const { given, state } = reward
  if (state === 'expired') return <p>{prizeWords[locale].over}</p>
  if (state === 'revoked') return <p>{say.over.revoked}</p>
  if (parcel?.state === 'shipped') return <Sent parcel={parcel} />
  if (state === 'used') return <p>{say.sent}</p>
  if (parcel?.state === 'packing') return <p>{prizeWords[locale].parcels.packing}</p>
  if (given.kind !== 'physical' || !given.hasAddress) {
    return (
      <>
        <Deadline reward={reward} />
        <button type="button" class="zr-use" onClick={() => onAddress(reward)}>
          {say.giveAddress}
        </button>
      </>
    )
  }
  return (
    <div class="zr-row">
      <p class={parcel ? 'is-last' : ''}>{parcel ? prizeWords[locale].parcels.returned : say.hasAddress}</p>
      <button type="button" class="zr-change" onClick={() => onAddress(reward)}>
        {say.changeAddress}
      </button>
    </div>
  )
}

function Deadline({ reward: { expiresAt } }: Pick<PrizeProps, 'reward'>) {
  const { locale, timeZone, now } = useHost()
  const say = prizeWords[locale]
  if (expiresAt === null) return null
  const parts = instantParts(expiresAt, timeZone)
  const days = Math.ceil((Date.parse(expiresAt) - now()) / DAY_MS)
  if (isLastDay(expiresAt, timeZone, now()))
    return <p class="is-last">{say.lastDay(`${parts.hour}:${parts.minute}`)}</p>
  return days <= SOON_DAYS ? <p class="is-last">{say.left(days)}</p> : <p>{say.until(parts)}</p>
}

function Sent({ parcel: { carrier, trackingNumber, shippedAt } }: { parcel: Parcel }) {
  const { locale, timeZone } = useHost()
  const say = prizeWords[locale]
  const sentOn = shippedAt === null ? say.parcels.shipped : say.shippedOn(instantParts(shippedAt, timeZone))
  return (
    <>
      <p>
        {carrier} · {sentOn}
      </p>
      <CopyCode code={trackingNumber} />
    </>
  )
}
