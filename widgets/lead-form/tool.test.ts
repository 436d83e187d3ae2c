import { describe, expect, it } from 'vitest'
import { inMemoryEngine, shanghai } from '../kit/testing/in-memory-engine'
import type { RewardFacts } from '../kit/tool'
import { asksConsent, check, defaults, type LeadFormConfig, newField, traitsOf } from './config'
import { isPersonal } from './personal'
import { type SubmitInput, tool } from './tool'

const REWARD = 'rwd_0000000001'
const config: LeadFormConfig = { ...defaults, privacyLink: '/p/privacy' }
const consent = { purpose: config.purpose, link: config.privacyLink }
const filled = (over: Partial<SubmitInput> = {}): SubmitInput => ({
  answers: { name: '李小满', phone: '13800138000' },
  consent,
  ...over,
})
const member = (n = 1) => ({ id: `mbr_000000000${n}`, name: '小*' })

const gift = (over: Partial<RewardFacts> = {}): RewardFacts => ({
  id: REWARD,
  title: '100 积分',
  terms: { kind: 'points', points: 100, costFen: 100, validDays: 365, useLink: '' },
  isEnabled: true,
  stock: 1,
  taken: 0,
  ...over,
})

function aForm(over: Partial<LeadFormConfig> = {}, rewards: RewardFacts[] = []) {
  const engine = inMemoryEngine({ config: { ...config, ...over }, rewards })
  const send = (input = filled(), who = member(), at = '2026-11-11T04:00:00.000Z') =>
    engine.act(tool.actions.submit, input, who, shanghai(at)).outcome
  return { ...engine, send }
}

describe('a form', () => {
  it('keeps nothing of what is wrong, and says all of it', () => {
    const { send, submissions } = aForm()
    expect(send(filled({ answers: { phone: '123', other: 'x' }, consent: null }))).toEqual({
      status: 'invalid',
      problems: [
        { field: 'name', code: 'required' },
        { field: 'phone', code: 'malformed' },
        { field: 'other', code: 'unknown_field' },
        { field: 'consent', code: 'consent_missing' },
      ],
    })
    expect(submissions).toEqual([])
    // Nothing was counted either.
    expect(send().status).toBe('done')
  })

  it('takes no consent to what it does not say any more', () => {
    const { send } = aForm()
    for (const changed of [
      { ...consent, purpose: '别的' },
      { ...consent, link: '/p/other' },
    ])
      expect(send(filled({ consent: changed }))).toEqual({
        status: 'invalid',
        problems: [{ field: 'consent', code: 'consent_changed' }],
      })
  })

  it('keeps answers with the words they were asked by', () => {
    const { send, submissions } = aForm()
    send()
    expect(submissions).toEqual([
      {
        memberId: member().id,
        hasConsented: true,
        answers: [
          { key: 'name', kind: 'name', label: '姓名', values: ['李小满'] },
          { key: 'phone', kind: 'phone', label: '手机号', values: ['13800138000'] },
        ],
      },
    ])
  })

  it.each([
    ['once', ['done', 'limit_reached', 'limit_reached']],
    ['daily', ['done', 'limit_reached', 'done']],
    ['often', ['done', 'done', 'done']],
  ] as const)('that may be sent in %s', (limit, statuses) => {
    const { send } = aForm({ limit })
    const days = ['2026-11-11T02:00:00.000Z', '2026-11-11T15:59:59.999Z', '2026-11-11T16:00:00.000Z']
    expect(days.map((at) => send(filled(), member(), at).status)).toEqual(statuses)
  })

  it('is full when as many as may were sent in', () => {
    const { send, factsOf } = aForm({ cap: 2 })
    expect([1, 2, 3].map((n) => send(filled(), member(n)).status)).toEqual(['done', 'done', 'sold_out'])
    const stageOf = (n: number) =>
      tool.present(factsOf(member(n).id), member(n), shanghai('2026-11-11T04:00:00.000Z'), {}).stage
    expect([1, 3].map(stageOf)).toEqual(['submitted', 'full'])
  })

  it('gives its gift while there is one, and is taken without it after', () => {
    const { send } = aForm({ rewardId: REWARD }, [gift()])
    expect(send(filled(), member(1)).status).toBe('granted')
    expect(send(filled(), member(2))).toEqual({ status: 'done', detail: { gift: 'gone' } })
    const off = aForm({ rewardId: REWARD }, [gift({ isEnabled: false })])
    expect(off.send().status).toBe('done')
  })

  it.each([
    ['nothing to fill in', { fields: [] }],
    ['no purpose', { purpose: ' ' }],
    ['no privacy text', { privacyLink: '' }],
  ])('stays closed with %s', (_, over) => {
    const { send, submissions, facts } = aForm(over)
    expect(send().status).toBe('suspended')
    expect(submissions).toEqual([])
    expect(tool.present(facts, undefined, shanghai('2026-11-11T04:00:00.000Z'), {}).stage).toBe('closed')
  })
})

describe('consent', () => {
  it('is asked for wherever something personal is, and where a purpose is written', () => {
    const wish = newField('longText', '想要的颜色', 'wish')
    const plain = { ...config, fields: [wish], purpose: '', privacyLink: '' }
    expect([asksConsent(plain), traitsOf(plain).lacks]).toEqual([false, []])
    expect(asksConsent({ ...plain, purpose: '用于统计' })).toBe(true)
    const asking = { ...plain, fields: [newField('text', '微信号', 'w')] }
    expect([asksConsent(asking), traitsOf(asking).lacks]).toEqual([true, ['purpose', 'privacy_link']])
  })

  it('knows what is personal by its kind and by what it is called', () => {
    expect(isPersonal({ kind: 'phone', label: '联系我' })).toBe(true)
    expect(isPersonal({ kind: 'text', label: '身份证后四位' })).toBe(true)
    expect(isPersonal({ kind: 'date', label: '到店日期' })).toBe(false)
  })
})

it('finds what a form may not be', () => {
  const fields = [
    { ...newField('choice', '颜色', 'a'), options: '红\n\n 红 ' },
    { ...newField('choices', '尺码', 'a'), options: 'S' },
    { ...newField('number', '人数', 'c'), least: 5, most: 1 },
    newField('text', ' ', 'consent'),
  ]
  expect(check({ ...config, fields }).map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
    'option_twice fields.0.options',
    'key_twice fields.1.label',
    'options_missing fields.1.options',
    'range_reversed fields.2.most',
    'label_blank fields.3.label',
    'key_twice fields.3.label',
  ])
})
