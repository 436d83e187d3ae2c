import { describe, expect, it } from 'vitest'
import type { ActionCall } from '@/schemas/action-call'
import type { Block } from '@/schemas/page'
import { definitions } from '@/widgets/registry.definitions.gen'
import { boundEventsOf, createPageCheck, DEFAULT_RULES, newPage, refersTo } from '.'
import { heldCalls } from './held-calls'
import { withTargets } from './targets'

const region = { x: 0, y: 0, w: 4_000, h: 4_000, link: '', label: '区域' }
const open: ActionCall = { kind: 'openPopup', block: 'pop', inputs: {} }
const copy: ActionCall = { kind: 'copy', inputs: { text: { ref: 'campaign.name' } } }

const zone = (...actions: (ActionCall[] | undefined)[]): Block => ({
  id: 'z',
  type: 'hot-zone',
  version: 1,
  props: {
    ...definitions['hot-zone']?.defaults,
    src: '/assets/u/a.png',
    regions: actions.map((each) => ({ ...region, ...(each && { actions: each }) })),
  },
})

describe('actions of a block’s parts', () => {
  it('are held where the part stands, and none by a part without', () => {
    expect(heldCalls(zone(undefined, [open], [copy]))).toEqual([
      { calls: [open], path: ['props', 'regions', 1, 'actions'], part: 'regions.1' },
      { calls: [copy], path: ['props', 'regions', 2, 'actions'], part: 'regions.2' },
    ])
  })

  it('reach the phone as taps on the part', () => {
    const definition = definitions['hot-zone']
    expect(definition && boundEventsOf(zone([open]), definition)).toEqual([
      { sign: { what: 'tap', part: 'regions.0' }, values: {}, calls: [open] },
    ])
  })

  it('lead to the copy, when what they lead to is copied with them', () => {
    const copied = withTargets(zone([open, copy]), (id) => `${id}2`)
    expect(copied.props.regions).toEqual([{ ...region, actions: [{ ...open, block: 'pop2' }, copy] }])
  })

  it('count among those that ask for a value', () => {
    expect(refersTo({ z: zone([copy]) }, 'campaign.name')).toBe(true)
    expect(refersTo({ z: zone([open]) }, 'campaign.name')).toBe(false)
  })

  it('are left as they are in a widget that means something else by the word', () => {
    const block: Block = {
      id: 'u',
      type: 'unknown',
      version: 1,
      props: { steps: [{ actions: ['jump', { block: 'pop' }] }, { actions: 'none' }, null] },
    }
    expect(heldCalls(block)).toEqual([])
    expect(withTargets(block, () => 'other')).toBe(block)
  })
})

describe('checks of a part’s actions', () => {
  const found = (block: Block) =>
    createPageCheck(definitions, DEFAULT_RULES)
      .check({ ...newPage({ title: '页面', locale: 'zh-CN' }), root: ['z'], blocks: { z: block } })
      .filter(({ path }) => path.includes('regions'))
      .map(({ code, path }) => `${code} ${path.slice(2).join('.')}`)

  it('say what is missing, gone, or leads nowhere, each once', () => {
    const calls: ActionCall[] = [
      open,
      { kind: 'navigate', inputs: { link: '#gone' } },
      { kind: 'copy', inputs: { text: { ref: 'event.rewardTitle' } } },
      { kind: 'copy', inputs: { text: '' } },
    ]
    expect(found(zone(calls)).sort()).toEqual([
      'dead_action_target props.regions.0.actions.0.block',
      'dead_anchor props.regions.0.actions.1.inputs.link',
      'missing_action_input props.regions.0.actions.3.inputs.text',
      'reference_mismatch props.regions.0.actions.2.inputs.text',
    ])
  })

  it('take a region that does something for one that leads somewhere', () => {
    expect(found(zone([copy]))).toEqual([])
    expect(found(zone(undefined))).toEqual(['region_without_link props.regions'])
  })
})
