/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import {
  type IdentityStatus,
  isIdNumber,
  isLegalName,
  NAME_LENGTH,
  NUMBER_TYPED_LENGTH,
  type TaxIdentity,
} from '../../schemas/tax-identity'
import { useHost } from '../../widgets/kit/view'
import { ConsentSheet } from './consent-sheet'
import { giveIdentity } from './identity-api'
import { identityWords } from './identity-words'
import { type ApiFailure, isFailure } from './member-api'
import { rewardWords } from './reward-words'
import { showToast } from './toast'

const FIELDS = {
  name: { maxLength: NAME_LENGTH.max, autoComplete: 'name' },
  number: { maxLength: NUMBER_TYPED_LENGTH, autoComplete: 'off' },
}

interface IdentityProps {
  status: IdentityStatus
  onGiven: () => void
}

/** Asks for who the member is where a prize of theirs waits for it, and lets them put it right. */
export function RewardIdentity({ status, onGiven }: IdentityProps) {
  const say = identityWords[useHost().locale]
  const [isOpen, setOpen] = useState(false)
  if (status === 'not_needed' || status === 'declared') return null
  const isMissing = status === 'missing'
  return (
    <section class={isMissing ? 'zr-identity is-missing' : 'zr-identity'}>
      <p>{isMissing ? say.why : say.given}</p>
      <button type="button" class={isMissing ? 'zr-use' : 'zr-change'} onClick={() => setOpen(true)}>
        {isMissing ? say.open : say.change}
      </button>
      {isOpen && <IdentitySheet onGiven={onGiven} onClose={() => setOpen(false)} />}
    </section>
  )
}

function IdentitySheet({ onGiven, onClose }: { onGiven: () => void; onClose: () => void }) {
  const { locale, now } = useHost()
  const say = identityWords[locale]
  const isRight = (part: keyof TaxIdentity, value: string) =>
    part === 'name' ? isLegalName(value) : isIdNumber(value, new Date(now()).toISOString().slice(0, 10))
  const submit = async (identity: TaxIdentity) => {
    const answer = await giveIdentity({ ...identity, consent: true })
    if (isFailure(answer)) return failureText(locale, answer)
    if (!answer.ok) return say.declared
    showToast(say.saved(answer))
    onClose()
    onGiven()
  }
  return (
    <ConsentSheet
      title={say.title}
      about={say.about}
      fields={FIELDS}
      words={say}
      isRight={isRight}
      onSubmit={submit}
      onClose={onClose}
    />
  )
}

function failureText(locale: keyof typeof rewardWords, { offline, code, requestId }: ApiFailure): string {
  const say = rewardWords[locale]
  if (offline) return say.offlineSubmit
  if (code === 'invalid_input') return identityWords[locale].refused
  if (code === 'unauthenticated') return say.signedOut
  return say.failed + (requestId ? ` (${say.requestId(requestId)})` : '')
}
