/** @jsxImportSource preact */
import type { AnswerProblem } from '../../schemas/submission'
import { linkHref } from '../kit/link-href'
import { useMessages } from '../kit/view-hooks'
import { viewMessages } from './messages'
import type { Consent } from './state'

interface ConsentProps {
  id: string
  name: string
  consent: Consent
  problem: AnswerProblem | undefined
}

/** What the information is for, to be read and ticked. It is never ticked beforehand. */
export function ConsentBox({ id, name, consent: { purpose, link }, problem }: ConsentProps) {
  const text = useMessages(viewMessages)
  const href = linkHref(link)
  return (
    <div class="zg-lf-consent">
      <label>
        <input
          type="checkbox"
          id={id}
          name={name}
          required
          aria-invalid={problem !== undefined}
          aria-describedby={problem && `${id}-problem`}
        />
        <span>{purpose}</span>
      </label>
      {href && <a href={href}>{text.privacy}</a>}
      {problem && (
        <p class="zg-lf-problem" id={`${id}-problem`}>
          {problem.code === 'consent_changed' ? text.consentChanged : text.consentMissing}
        </p>
      )}
    </div>
  )
}
