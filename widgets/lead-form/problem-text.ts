import type { AnswerProblem } from '../../schemas/submission'
import type { LeadFormMessages } from './messages'
import type { FormField } from './state'

/** What is wrong with one answer, in words that stand beside its field. */
export function problemText(
  text: LeadFormMessages,
  field: FormField,
  { code, limit = 0 }: AnswerProblem,
): string {
  switch (code) {
    case 'required':
      return isPicked(field) ? text.pickOne(field.label) : text.fillIn(field.label)
    case 'too_long':
      return text.tooLong(limit)
    case 'too_small':
      return text.atLeast(limit)
    case 'too_large':
      return text.atMost(limit)
    case 'not_offered':
      return text.notOffered
    default:
      return malformed(text, field)
  }
}

function malformed(text: LeadFormMessages, { kind }: FormField): string {
  if (kind === 'phone') return text.badPhone
  if (kind === 'date') return text.badDate
  if (kind === 'number') return text.badNumber
  return text.badText
}

const isPicked = ({ kind }: FormField) => kind === 'choice' || kind === 'choices' || kind === 'date'
