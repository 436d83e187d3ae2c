/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import {
  ADDRESS_LENGTHS,
  type AddressPart,
  type DeliveryAddress,
  isAddressPart,
} from '../../schemas/delivery-address'
import { instantParts } from '../../widgets/kit/instant-text'
import { Sheet } from '../../widgets/kit/play/sheet'
import { useHost } from '../../widgets/kit/view'
import { type AddressAnswer, type ApiFailure, isFailure } from './member-api'
import { prizeWords } from './prize-words'
import { rewardWords } from './reward-words'

const PARTS: AddressPart[] = ['name', 'phone', 'region', 'detail']

/** How the phone's keyboard and its memory may help, by part. */
const HELP: Record<AddressPart, { autoComplete: string; inputMode?: 'tel' }> = {
  name: { autoComplete: 'name' },
  phone: { autoComplete: 'tel', inputMode: 'tel' },
  region: { autoComplete: 'address-level1' },
  detail: { autoComplete: 'street-address' },
}

interface AddressProps {
  /** The prize that is sent there. */
  title: string
  onSubmit: (address: DeliveryAddress) => Promise<AddressAnswer | ApiFailure>
  onClose: () => void
}

/** Where a prize is sent. Says what is missing beside each part, and keeps what was typed on failure. */
export function AddressSheet({ title, onSubmit, onClose }: AddressProps) {
  const { locale, timeZone } = useHost()
  const say = rewardWords[locale]
  const [address, setAddress] = useState<DeliveryAddress>({ name: '', phone: '', region: '', detail: '' })
  const [hasAgreed, agree] = useState(false)
  const [isChecked, check] = useState(false)
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<string>()

  const submit = async (event: Event) => {
    event.preventDefault()
    if (isSending) return
    check(true)
    const wrong = PARTS.find((part) => !isAddressPart(part, address[part]))
    if (wrong || !hasAgreed) {
      const form = event.currentTarget as HTMLFormElement
      form.querySelector<HTMLElement>(`[name=${wrong ?? 'consent'}]`)?.focus()
      return
    }
    setSending(true)
    setFailure(undefined)
    const answer = await onSubmit(address)
    setSending(false)
    if (isFailure(answer)) setFailure(failureText(say, answer))
    else if (!answer.ok) setFailure(refusalText(prizeWords[locale], answer, timeZone))
  }

  return (
    <Sheet title={say.addressTitle} onClose={onClose} class="zr-sheet">
      <form noValidate onSubmit={submit}>
        <p class="zr-for">{title}</p>
        {PARTS.map((part) => {
          const isWrong = isChecked && !isAddressPart(part, address[part])
          return (
            <label key={part} class={isWrong ? 'zr-field is-wrong' : 'zr-field'}>
              <span>{say.parts[part]}</span>
              <input
                name={part}
                value={address[part]}
                placeholder={say.examples[part]}
                maxLength={ADDRESS_LENGTHS[part].max}
                aria-invalid={isWrong}
                aria-describedby={isWrong ? `zr-${part}` : undefined}
                onInput={(event) => setAddress({ ...address, [part]: event.currentTarget.value })}
                {...HELP[part]}
              />
              {isWrong && <em id={`zr-${part}`}>{say.problems[part]}</em>}
            </label>
          )
        })}
        <label class="zr-consent">
          <input
            type="checkbox"
            name="consent"
            checked={hasAgreed}
            onInput={(event) => agree(event.currentTarget.checked)}
          />
          <span>{say.consent}</span>
        </label>
        <p class="zr-said" role="status">
          {isChecked && !hasAgreed && say.consentMissing}
          {failure}
        </p>
        <button type="submit" class="zr-button" aria-busy={isSending}>
          {isSending ? say.submitting : say.submit}
        </button>
      </form>
    </Sheet>
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
