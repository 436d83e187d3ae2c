import { describe, expect, it } from 'vitest'
import { renderView } from '../kit/testing/render'
import type { ToolSnapshot } from '../kit/view'
import { definition } from './definition'
import { fixtures } from './fixtures'
import type { LeadFormState } from './state'
import { stageNow } from './state'
import { View } from './view'

const states = fixtures.states as Record<string, ToolSnapshot<LeadFormState> & { state: LeadFormState }>
const draw = (tool: ToolSnapshot<LeadFormState> | undefined) =>
  renderView(View, definition.defaults, { tool })

describe('the form', () => {
  it.each([
    ['open', '立即提交'],
    ['loggedOut', '登录后提交'],
    ['notStarted', '11月11日 20:00 开始'],
    ['submitted', '提交成功，我们会在 1 个工作日内与你联系'],
    ['submittedToday', '明天可以再来填写'],
    ['given', '新客 100 积分'],
    ['full', '名额已满'],
    ['ended', '活动已结束'],
    ['suspended', '活动暂停中'],
    ['closed', '表单还没有开放'],
    ['gift', '提交就送 新客 100 积分'],
  ])('in the state %s says: %s', (name, words) => {
    expect(draw(states[name])).toContain(words)
  })

  it('ties every label to what it labels', () => {
    const html = draw(states.everyKind)
    const targets = [...html.matchAll(/<label[^>]* for="([^"]+)"/g)].map(([, id]) => id)
    expect(targets).toHaveLength(6)
    for (const id of targets) expect(html).toMatch(new RegExp(`<(input|textarea)[^>]* id="${id}"`))
    expect([...html.matchAll(/<legend[^>]*>([^<]+)/g)].map(([, text]) => text)).toEqual([
      '想预约的门店',
      '感兴趣的品类',
    ])
  })

  it('tells keyboards and address books what they need to know', () => {
    const html = draw(states.everyKind)
    for (const attributes of ['type="tel" inputmode="tel" autocomplete="tel"', 'inputmode="decimal"'])
      expect(html.toLowerCase()).toContain(attributes)
  })

  it('never ticks the consent by itself, and leads to the privacy text only where that is safe', () => {
    const html = draw(states.open)
    expect(html).toContain('href="/p/privacy"')
    expect(html).not.toContain('checked')
    const { state } = states.open as { state: LeadFormState }
    const consent = { purpose: '用途', link: 'javascript:alert(1)' }
    expect(draw({ status: 'ready', state: { ...state, consent } })).not.toContain('javascript')
  })

  it('sends nothing before its scripts are there, and never as part of an address', () => {
    const html = draw(states.open)
    expect(html).toMatch(/<form[^>]* method="post"/)
    expect(html).toMatch(/<button type="submit"[^>]* disabled/)
  })

  it('is open again once the shop’s next day begins', () => {
    const { state } = states.submittedToday as { state: LeadFormState }
    const midnight = Date.parse(state.nextDayAt)
    expect([undefined, midnight - 1, midnight].map((now) => stageNow(state, now))).toEqual([
      'submitted_today',
      'submitted_today',
      'open',
    ])
  })
})
