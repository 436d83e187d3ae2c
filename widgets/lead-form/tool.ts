import { z } from 'zod'
import type { AnswerProblem, SubmittedAnswer } from '../../schemas/submission'
import {
  type ActionDefinition,
  type CounterRef,
  defineTool,
  type Effect,
  isLapsed,
  isSoldOut,
  type Member,
  type Now,
  type Refusal,
  type RewardFacts,
  type ToolFacts,
} from '../kit/tool'
import { checkAnswer, LENGTHS, ownOf, problemsOf } from './answers'
import {
  asksConsent,
  check,
  config,
  defaults,
  FIELDS_MOST,
  type FormFieldConfig,
  type LeadFormConfig,
  OPTION_LENGTH,
  OPTIONS_MOST,
  optionsOf,
  TEXT_LENGTH,
  traitsOf,
} from './config'
import type { Consent, FormField, FormStage, LeadFormState } from './state'

type Facts = ToolFacts<LeadFormConfig>

/** The longest text a form may take, and what surrounds it. */
const ANSWER_LENGTH = 1_200

const SubmitInput = z.strictObject({
  /** By the fields' keys. A page may be older than the form: what it does not know is refused kindly. */
  answers: z
    .record(
      z.string().min(1).max(20),
      z.union([z.string().max(ANSWER_LENGTH), z.array(z.string().max(OPTION_LENGTH)).max(OPTIONS_MOST)]),
    )
    .refine((answers) => Object.keys(answers).length <= 2 * FIELDS_MOST, { error: 'too_many' }),
  /** What the member ticked, as they read it; null where they did not. */
  consent: z.strictObject({ purpose: z.string().max(200), link: z.string().max(2_000) }).nullable(),
})
export type SubmitInput = z.infer<typeof SubmitInput>

/** How often one member may send in a form that has no limit, on one day. */
const OFTEN_PER_DAY = 20

const sentBy = ({ id }: Pick<Member, 'id'>): CounterRef => ({ name: 'member', key: id })
const sentTodayBy = ({ id }: Pick<Member, 'id'>, { day }: Now): CounterRef => ({
  name: 'day',
  key: `${day}.${id}`,
})
const SENT: CounterRef = { name: 'all', key: 'total' }
/** Counted also where there is no cap, so that one that is set later counts from the first. */
const NO_CAP = 1_000_000_000

const submit: ActionDefinition<LeadFormConfig, SubmitInput> = {
  input: SubmitInput,
  needs: ({ rewardId }, _, member, now) => ({
    counters: [sentBy(member), sentTodayBy(member, now), SENT],
    rewardIds: rewardId ? [rewardId] : [],
  }),
  decide: (facts, input, member, now) => {
    const refusal = refusalOf(facts, member, now)
    if (refusal) return { outcome: refusal, effects: [] }
    const problems = problemsIn(facts.config, input)
    if (problems.length > 0) return { outcome: { status: 'invalid', problems }, effects: [] }
    const gift = giftOf(facts, now)
    const effects: Effect[] = [
      ...countsOf(facts.config, member, now),
      { kind: 'submit', answers: answersIn(facts.config, input), hasConsented: asksConsent(facts.config) },
    ]
    if (gift) effects.push({ kind: 'grant', rewardId: gift.id })
    if (gift) return { outcome: { status: 'granted' }, effects }
    const isGone = facts.config.rewardId !== undefined
    return { outcome: { status: 'done', ...(isGone && { detail: { gift: 'gone' } }) }, effects }
  },
}

/** Why this member may not send it in, whatever they fill in. */
function refusalOf(facts: Facts, member: Member, now: Now): Refusal | undefined {
  switch (stageOf(facts, member, now)) {
    case 'closed':
      return { status: 'suspended' }
    case 'submitted':
      return { status: 'limit_reached', rule: 'per_member', limit: 1 }
    case 'submitted_today':
      return {
        status: 'limit_reached',
        rule: 'per_day',
        limit: facts.config.limit === 'often' ? OFTEN_PER_DAY : 1,
      }
    case 'full':
      return { status: 'sold_out' }
    case 'open':
      return undefined
  }
}

function stageOf(facts: Facts, member: Member | undefined, now: Now): FormStage {
  const { limit, cap } = facts.config
  const { isEmpty, lacks } = traitsOf(facts.config)
  if (isEmpty || lacks.length > 0) return 'closed'
  if (member) {
    if (limit === 'once' && facts.used(sentBy(member)) > 0) return 'submitted'
    if (facts.used(sentTodayBy(member, now)) >= (limit === 'often' ? OFTEN_PER_DAY : 1))
      return 'submitted_today'
  }
  return facts.used(SENT) >= (cap ?? NO_CAP) ? 'full' : 'open'
}

function countsOf({ limit, cap }: LeadFormConfig, member: Member, now: Now): Effect[] {
  const take = (counter: CounterRef, most: number): Effect => ({
    kind: 'take',
    counter,
    amount: 1,
    cap: most,
  })
  return [
    take(sentBy(member), limit === 'once' ? 1 : NO_CAP),
    take(sentTodayBy(member, now), limit === 'often' ? OFTEN_PER_DAY : 1),
    take(SENT, cap ?? NO_CAP),
  ]
}

function problemsIn(form: LeadFormConfig, { answers, consent }: SubmitInput): AnswerProblem[] {
  const problems = problemsOf(form.fields.map(presentField), answers)
  const asked = consentOf(form)
  if (!asked) return problems
  if (!consent) problems.push({ field: 'consent', code: 'consent_missing' })
  else if (consent.purpose !== asked.purpose || consent.link !== asked.link)
    problems.push({ field: 'consent', code: 'consent_changed' })
  return problems
}

/** What was filled in, as it is kept: nothing of what is wrong comes this far. */
function answersIn({ fields }: LeadFormConfig, { answers }: SubmitInput): SubmittedAnswer[] {
  return fields.map((each) => {
    const checked = checkAnswer(presentField(each), ownOf(answers, each.key))
    const { key, kind, label } = each
    return { key, kind, label, values: 'values' in checked ? checked.values : [] }
  })
}

/** What is given for it. A form is taken also once its gift is out: what was promised is then no more. */
function giftOf(facts: Facts, now: Now): RewardFacts | undefined {
  const { rewardId } = facts.config
  const reward = rewardId ? facts.reward(rewardId) : undefined
  return reward?.isEnabled && !isSoldOut(reward) && !isLapsed(reward, now.at) ? reward : undefined
}

function consentOf(form: LeadFormConfig): Consent | null {
  return asksConsent(form) ? { purpose: form.purpose, link: form.privacyLink } : null
}

function presentField(each: FormFieldConfig): FormField {
  const { key, kind, label, hint, isRequired, maxLength, least, most } = each
  return {
    key,
    kind,
    label,
    hint,
    isRequired,
    maxLength: kind === 'text' || kind === 'longText' ? (maxLength ?? TEXT_LENGTH[kind]) : LENGTHS[kind],
    options: optionsOf(each),
    least: least ?? null,
    most: most ?? null,
  }
}

export const tool = defineTool({
  type: 'lead-form',
  version: 1,
  config,
  defaults,
  rewardIds: ({ rewardId }) => (rewardId ? [rewardId] : []),
  check,
  traits: (form) => ({ form: traitsOf(form) }),
  asks: ({ fields }) => fields.map(({ key, kind, label }) => ({ key, kind, label })),
  actions: { submit },
  commonNeeds: () => ({ counters: [SENT] }),
  presentNeeds: ({ rewardId }, member, now) =>
    member ? { counters: [sentBy(member), sentTodayBy(member, now)], ...(rewardId && { mine: 1 }) } : {},
  present: (facts, member, now): LeadFormState => {
    const { fields, success, limit } = facts.config
    const { phase, startsAt, endsAt } = facts.campaign
    return {
      phase,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      nextDayAt: now.nextDayAt.toISOString(),
      isSignedIn: member !== undefined,
      stage: stageOf(facts, member, now),
      fields: fields.map(presentField),
      consent: consentOf(facts.config),
      success,
      isRepeatable: limit === 'often',
      gift: giftOf(facts, now)?.title ?? '',
      latest: facts.mine[0] ?? null,
    }
  },
})
