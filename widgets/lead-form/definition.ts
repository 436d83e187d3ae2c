import { z } from 'zod'
import { defineWidget } from '../kit/definition'
import { field } from '../kit/fields'
import type { LeadFormState } from './state'

const props = z.strictObject({
  title: field.text({ max: 20 }),
  intro: field.text({ max: 100, multiline: true }),
  button: field.text({ min: 1, max: 8 }),
})

export type LeadFormProps = z.infer<typeof props>

export const definition = defineWidget({
  type: 'lead-form',
  version: 1,
  props,
  icon: 'M6 3.5h12a1 1 0 0 1 1 1v15a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1z M8.5 7.5h4 M8 10h8v2.5H8z M8 15h8v2.5H8z',
  defaults: { title: '预约报名', intro: '留下联系方式，我们会尽快与你联系', button: '立即提交' },
  group: 'marketing',
  inlineText: 'title',
  usesTool: true,
  isStatic: false,
  events: { submitted: { sign: { what: 'outcome', actions: ['submit'], statuses: ['done', 'granted'] } } },
  tells: {
    phase: ({ phase }: LeadFormState) => phase,
    soldOut: ({ stage }: LeadFormState) => stage === 'full',
    playedOut: ({ stage }: LeadFormState) => stage === 'submitted' || stage === 'submitted_today',
  },
})
