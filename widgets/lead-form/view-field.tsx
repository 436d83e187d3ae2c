/** @jsxImportSource preact */
import type { InputHTMLAttributes } from 'preact'
import type { FormFieldKind } from '../../schemas/submission'
import { useMessages } from '../kit/view-hooks'
import { viewMessages } from './messages'
import type { FormField } from './state'

/** What a keyboard and an address book are told of each kind. */
const TYPED: Partial<Record<FormFieldKind, InputHTMLAttributes<HTMLInputElement>>> = {
  name: { type: 'text', autoComplete: 'name' },
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
  city: { type: 'text', autoComplete: 'address-level2' },
  date: { type: 'date', autoComplete: 'off' },
  number: { type: 'text', inputMode: 'decimal', autoComplete: 'off' },
}
const PLAIN: InputHTMLAttributes<HTMLInputElement> = { type: 'text', autoComplete: 'off' }

interface FieldProps {
  /** Apart from every other block's. */
  id: string
  field: FormField
  /** What is wrong with it, in words. */
  problem: string | undefined
}

/** One field: its label, where it is filled in, its hint, and what is wrong with it. */
export function Field({ id, field, problem }: FieldProps) {
  const text = useMessages(viewMessages)
  const { kind, label, hint, isRequired } = field
  const isGroup = kind === 'choice' || kind === 'choices'
  const about = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined
  const name = (
    <>
      {label}
      {isRequired ? <i aria-hidden="true">*</i> : <small>{text.optional}</small>}
    </>
  )
  const rest = (
    <>
      {hint && (
        <p class="zg-lf-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="zg-lf-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </>
  )
  if (isGroup)
    return (
      <fieldset class={problem ? 'zg-lf-field is-wrong' : 'zg-lf-field'} aria-describedby={about}>
        <legend class="zg-lf-label">
          {name}
          {kind === 'choices' && <small>{text.chooseSome}</small>}
        </legend>
        <Choices field={field} />
        {rest}
      </fieldset>
    )
  return (
    <div class="zg-lf-field">
      <label class="zg-lf-label" for={id}>
        {name}
      </label>
      <Typed id={id} field={field} about={about} isWrong={problem !== undefined} />
      {rest}
    </div>
  )
}

function Choices({ field: { key, kind, isRequired, options } }: { field: FormField }) {
  return (
    <div class="zg-lf-options">
      {options.map((option) => (
        <label key={option} class="zg-lf-option">
          <input
            type={kind === 'choice' ? 'radio' : 'checkbox'}
            name={key}
            value={option}
            required={kind === 'choice' && isRequired}
          />
          <span>{option}</span>
        </label>
      ))}
    </div>
  )
}

interface TypedProps {
  id: string
  field: FormField
  about: string | undefined
  isWrong: boolean
}

function Typed({ id, field: { key, kind, isRequired, maxLength }, about, isWrong }: TypedProps) {
  const { examples } = useMessages(viewMessages)
  const shared = {
    id,
    name: key,
    required: isRequired,
    'aria-invalid': isWrong,
    ...(about && { 'aria-describedby': about }),
  }
  if (kind === 'longText') return <textarea {...shared} rows={3} maxLength={maxLength} />
  const example = kind === 'name' || kind === 'phone' || kind === 'city' ? examples[kind] : undefined
  return (
    <input
      {...(TYPED[kind] ?? PLAIN)}
      {...shared}
      {...(kind !== 'date' && { maxLength })}
      {...(example && { placeholder: example })}
    />
  )
}
