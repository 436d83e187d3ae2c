/** @jsxImportSource preact */
import { ADDRESS_LENGTHS, type DeliveryAddress, isAddressPart } from '../../schemas/delivery-address'
import { instantParts } from '../../widgets/kit/instant-text'
import { useHost } from '../../widgets/kit/view'
import { ConsentSheet } from './consent-sheet'
import { type AddressAnswer, type ApiFailure, isFailure } from './member-api'
import { prizeWords } from './prize-words'
import { rewardWords } from './reward-words'

const FIELDS = {
  name: { maxLength: ADDRESS_LENGTHS.name.max, autoComplete: 'name' },
  phone: { maxLength: ADDRESS_LENGTHS.phone.max, autoComplete: 'tel', inputMode: 'tel' },
  region: { maxLength: ADDRESS_LENGTHS.region.max, autoComplete: 'address-level1' },
  detail: { maxLength: ADDRESS_LENGTHS.detail.max, autoComplete: 'street-address' },
} as const

interface AddressProps {
  /** The prize that is sent there. */
  title: string
  onSubmit: (address: DeliveryAddress) => Promise<AddressAnswer | ApiFailure>
  onClose: () => void
}

/** Where a prize is sent. */
export function AddressSheet({ title, onSubmit, onClose }: AddressProps) {
  const { locale, timeZone } = useHost()
  const say = rewardWords[locale]
  const submit = async (address: DeliveryAddress) => {
    const answer = await onSubmit(address)
    if (isFailure(answer)) return failureText(say, answer)
    return answer.ok ? undefined : refusalText(prizeWords[locale], answer, timeZone)
  }
  return (
    <ConsentSheet
      title={say.addressTitle}
      about={title}
      fields={FIELDS}
      words={say}
      isRight={isAddressPart}
      onSubmit={submit}
      onClose={onClose}
    />
  )
}

function refusalText(
  say: (typeof prizeWords)['en'],
  refused: Extract<AddressAnswer, { ok: false }>,
  timeZone: string,
): string {
  return refused.rule === 'on_its_way'
    ? say.onItsWay
    : say.collectingOver(instantParts(refused.until, timeZone))
}

function failureText(say: (typeof rewardWords)['en'], { offline, code, requestId }: ApiFailure): string {
  if (offline) return say.offlineSubmit
  if (code === 'invalid_input') return say.addressRefused
  if (code === 'conflict' || code === 'not_found') return say.addressTooLate
  if (code === 'unauthenticated') return say.signedOut
  return say.failed + (requestId ? ` (${say.requestId(requestId)})` : '')
}
