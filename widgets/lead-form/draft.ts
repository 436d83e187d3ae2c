import type { RawAnswers } from './answers'
import type { FormField } from './state'

/*
 * What was typed, kept in this tab while it is not sent in: over a network that breaks, a sign-in
 * that opens the page anew, and a look at the privacy text. Consent is given anew each time.
 */

const keyOf = (blockId: string) => `zg:form:${location.pathname}:${blockId}`

export function keepDraft(blockId: string, answers: RawAnswers): void {
  try {
    sessionStorage.setItem(keyOf(blockId), JSON.stringify(answers))
  } catch {
    // Storage is full or forbidden: it is typed anew.
  }
}

export function dropDraft(blockId: string): void {
  try {
    sessionStorage.removeItem(keyOf(blockId))
  } catch {
    // There is none.
  }
}

function readDraft(blockId: string): RawAnswers {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(blockId)) ?? '{}')
    return typeof kept === 'object' && kept ? kept : {}
  } catch {
    return {}
  }
}

/** What the form holds now; what is empty is left out. */
export function readForm(form: HTMLFormElement, fields: readonly FormField[]): RawAnswers {
  const data = new FormData(form)
  const answers: Record<string, string | string[]> = {}
  for (const { key, kind } of fields) {
    const values = data.getAll(key).map(String)
    if (kind === 'choices' ? values.length > 0 : values[0])
      answers[key] = kind === 'choices' ? values : (values[0] ?? '')
  }
  return answers
}

/** Puts what was typed before into fields that are still empty. */
export function restoreDraft(blockId: string, form: HTMLFormElement): void {
  for (const [key, kept] of Object.entries(readDraft(blockId))) {
    const values = [kept].flat().map(String)
    for (const input of form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(key)}"]`)) {
      if (input.type === 'radio' || input.type === 'checkbox') input.checked ||= values.includes(input.value)
      else input.value ||= values[0] ?? ''
    }
  }
}
