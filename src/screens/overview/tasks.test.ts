import { describe, expect, it } from 'vitest'
import { isFresh, type Summary, tasksOf } from './tasks'

const quiet: Summary = {
  pages: { total: 0, published: 0 },
  campaigns: { running: 0, suspended: 0, draft: 0 },
  today: { grants: 0, reservedFen: 0 },
  lowBudgets: [],
  recentGrants: [],
  disagreement: null,
}

describe('tasksOf', () => {
  it('puts books that do not agree before all, then the emptiest budget, then what is suspended, then drafts', () => {
    const tasks = tasksOf({
      ...quiet,
      disagreement: { ranAt: '2026-11-11T19:30:00.000Z', differenceCount: 2 },
      campaigns: { running: 2, suspended: 1, draft: 3 },
      lowBudgets: [
        { campaignId: 'a', name: 'A', availableFen: 15, totalFen: 100 },
        { campaignId: 'b', name: 'B', availableFen: 0, totalFen: 500 },
      ],
    })
    expect(tasks.map((task) => (task.kind === 'low' ? task.campaignId : task.kind))).toEqual([
      'books',
      'b',
      'a',
      'suspended',
      'draft',
    ])
  })

  it('asks for nothing when all is well', () => {
    expect(tasksOf({ ...quiet, campaigns: { running: 4, suspended: 0, draft: 0 } })).toEqual([])
  })
})

describe('isFresh', () => {
  it('is a shop without campaigns and pages', () => {
    expect(isFresh(quiet)).toBe(true)
    expect(isFresh({ ...quiet, pages: { total: 1, published: 0 } })).toBe(false)
  })
})
