/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Sheet } from '../../widgets/kit/play/sheet'
import { useHost } from '../../widgets/kit/view'
import { rewardWords } from './reward-words'

interface SheetWords<Part extends string> {
  parts: Record<Part, string>
  examples: Record<Part, string>
  /** What is wrong with a part that was left out, or typed wrongly. */
  problems: Record<Part, string>
  consent: string
  submit: string
}

interface ConsentSheetProps<Part extends string> {
  title: string
  about: ComponentChildren
  /** The fields by their order, and how the phone's keyboard and its memory may help. */
  fields: Record<Part, { maxLength: number; autoComplete: string; inputMode?: 'tel' }>
  words: SheetWords<Part>
  isRight: (part: Part, value: string) => boolean
  /** Sends what was typed; what there is to say when it was not taken. */
  onSubmit: (values: Record<Part, string>) => Promise<string | undefined>
  onClose: () => void
}

/**
 * What a member tells of themselves, with their yes to what it is for. Says what is missing beside
 * each part, and keeps what was typed on failure.
 */
export function ConsentSheet<Part extends string>(o: ConsentSheetProps<Part>) {
  const { fields, words, isRight } = o
  const say = rewardWords[useHost().locale]
  const parts = Object.keys(fields) as Part[]
  const [values, setValues] = useState(
    () => Object.fromEntries(parts.map((part) => [part, ''])) as Record<Part, string>,
  )
  const [hasAgreed, agree] = useState(false)
  const [isChecked, check] = useState(false)
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<string>()

  const submit = async (event: Event) => {
    event.preventDefault()
    if (isSending) return
    check(true)
    const wrong = parts.find((part) => !isRight(part, values[part]))
    if (wrong || !hasAgreed) {
      const form = event.currentTarget as HTMLFormElement
      form.querySelector<HTMLElement>(`[name=${wrong ?? 'consent'}]`)?.focus()
      return
    }
    setSending(true)
    setFailure(undefined)
    const said = await o.onSubmit(values)
    setSending(false)
    setFailure(said)
  }

  return (
    <Sheet title={o.title} onClose={o.onClose} class="zr-sheet">
      <form noValidate onSubmit={submit}>
        <p class="zr-for">{o.about}</p>
        {parts.map((part) => {
          const isWrong = isChecked && !isRight(part, values[part])
          return (
            <label key={part} class={isWrong ? 'zr-field is-wrong' : 'zr-field'}>
              <span>{words.parts[part]}</span>
              <input
                name={part}
                value={values[part]}
                placeholder={words.examples[part]}
                aria-invalid={isWrong}
                aria-describedby={isWrong ? `zr-${part}` : undefined}
                onInput={(event) => setValues({ ...values, [part]: event.currentTarget.value })}
                {...fields[part]}
              />
              {isWrong && <em id={`zr-${part}`}>{words.problems[part]}</em>}
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
          <span>{words.consent}</span>
        </label>
        <p class="zr-said" role="status">
          {isChecked && !hasAgreed && say.consentMissing}
          {failure}
        </p>
        <button type="submit" class="zr-button" aria-busy={isSending}>
          {isSending ? say.submitting : words.submit}
        </button>
      </form>
    </Sheet>
  )
}
