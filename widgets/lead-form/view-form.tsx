/** @jsxImportSource preact */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { AnswerProblem } from '../../schemas/submission'
import { useMessages } from '../kit/view-hooks'
import { problemsOf, type RawAnswers } from './answers'
import { keepDraft, readForm, restoreDraft } from './draft'
import { viewMessages } from './messages'
import { problemText } from './problem-text'
import type { Consent, LeadFormState } from './state'
import { ConsentBox } from './view-consent'
import { Field } from './view-field'

/** What the box is called that is ticked; no field of a form is. */
const CONSENT = 'consent'

interface FormProps {
  blockId: string
  state: LeadFormState
  /** What stands on the button, and whether it can be pressed. */
  label: string
  isClosed: boolean
  isPending: boolean
  /** What the server found wrong with what was sent last. */
  refused: readonly AnswerProblem[]
  onSubmit: (answers: RawAnswers, consent: Consent | null) => void
}

/**
 * The form itself. What is typed stays with the phone's own inputs, so that nothing is drawn while
 * somebody types, and what was typed before the scripts came is not lost.
 */
export function Form({ blockId, state, label, isClosed, isPending, refused, onSubmit }: FormProps) {
  const text = useMessages(viewMessages)
  const { fields, consent } = state
  const form = useRef<HTMLFormElement>(null)
  // Until the scripts are there, Enter must not send what was typed as part of an address.
  const [isAlive, setAlive] = useState(false)
  const [problems, setProblems] = useState(refused)
  /** They were just found: the first one is gone to. What is put right leads nobody elsewhere. */
  const isNews = useRef(false)
  const find = useCallback((found: readonly AnswerProblem[]) => {
    isNews.current = true
    setProblems(found)
  }, [])

  useEffect(() => {
    setAlive(true)
    if (form.current) restoreDraft(blockId, form.current)
  }, [blockId])
  useEffect(() => {
    if (refused.length === 0) return
    find(refused)
    // It was read as it is no more.
    const box = refused.some(({ field }) => field === CONSENT) && inputOf(form.current, CONSENT)
    if (box) box.checked = false
  }, [refused, find])
  useLayoutEffect(() => {
    const first = isNews.current && problems[0]
    isNews.current = false
    if (first) inputOf(form.current, first.field)?.focus()
  }, [problems])

  const submit = (event: Event) => {
    event.preventDefault()
    if (!form.current || isClosed || isPending) return
    const answers = readForm(form.current, fields)
    const found = problemsOf(fields, answers)
    if (consent && !inputOf(form.current, CONSENT)?.checked)
      found.push({ field: CONSENT, code: 'consent_missing' })
    find(found)
    if (found.length === 0) onSubmit(answers, consent)
  }
  const onInput = (event: Event) => {
    const { name } = event.target as HTMLInputElement
    if (form.current) keepDraft(blockId, readForm(form.current, fields))
    if (problems.some(({ field }) => field === name))
      setProblems(problems.filter(({ field }) => field !== name))
  }

  const problemOf = (name: string) => problems.find(({ field }) => field === name)
  const isOutdated = problems.some(({ code }) => code === 'unknown_field')
  return (
    <form ref={form} noValidate method="post" onSubmit={submit} onInput={onInput}>
      {fields.map((field) => {
        const problem = problemOf(field.key)
        return (
          <Field
            key={field.key}
            id={`${blockId}-${field.key}`}
            field={field}
            problem={problem && problemText(text, field, problem)}
          />
        )
      })}
      {consent && (
        <ConsentBox id={`${blockId}-consent`} name={CONSENT} consent={consent} problem={problemOf(CONSENT)} />
      )}
      {isOutdated && (
        <p class="zg-lf-problem" role="alert">
          {text.formChanged}
        </p>
      )}
      <button
        type="submit"
        class="zg-lf-send"
        disabled={!isAlive || isClosed || isPending}
        aria-busy={isPending}
      >
        {isPending ? text.sending : label}
      </button>
    </form>
  )
}

/** The first input of that name. */
function inputOf(form: HTMLFormElement | null, name: string): HTMLInputElement | undefined {
  const found = form?.elements.namedItem(name)
  const first = found && 'length' in found && !('value' in found && 'type' in found) ? found[0] : found
  return (first as HTMLInputElement | null) ?? undefined
}
