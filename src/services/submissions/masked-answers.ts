import type { SubmittedAnswer } from '@/schemas/submission'
import { maskedName } from '../members/masked-name'

/** Of a telephone number so many digits are shown at its end; of a short one fewer. */
const SHOWN = 4
const SHOWN_OF_SHORT = 2
const LONG = 11

/** Answers as a list may show them: names and telephone numbers enough to compare, too little to use. */
export function maskedAnswers(answers: readonly SubmittedAnswer[]): SubmittedAnswer[] {
  return answers.map((answer) => ({ ...answer, values: answer.values.map((value) => masked(answer, value)) }))
}

function masked({ kind }: SubmittedAnswer, value: string): string {
  if (kind === 'name') return maskedName(value)
  if (kind === 'phone')
    return `${value.slice(0, 3)}****${value.slice(value.length >= LONG ? -SHOWN : -SHOWN_OF_SHORT)}`
  return value
}
