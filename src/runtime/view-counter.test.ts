import { describe, expect, it } from 'vitest'
import { TestDeps } from './test-site'
import { ViewCounter } from './view-counter'

describe('counting views', () => {
  it('tells links and the shop’s days apart', async () => {
    const deps = new TestDeps()
    const views = new ViewCounter(deps)
    deps.at = Date.parse('2026-11-11T15:59:59.999Z')
    views.count('sale', {})
    views.count('sale', {})
    views.count('about', {})
    deps.at += 1
    views.count('sale', {})
    await views.close()
    expect(deps.recorded).toEqual([
      { slug: 'sale', day: '2026-11-11', views: 2 },
      { slug: 'about', day: '2026-11-11', views: 1 },
      { slug: 'sale', day: '2026-11-12', views: 1 },
    ])
  })

  it('keeps what could not be stored for the next time', async () => {
    const deps = new TestDeps()
    const store = deps.recordViews
    const views = new ViewCounter(deps)
    views.count('sale', {})
    deps.recordViews = () => Promise.reject(new Error('database is locked'))
    await views.flush()
    views.count('sale', {})
    deps.recordViews = store
    await views.close()
    expect(deps.recorded).toEqual([{ slug: 'sale', day: '2026-11-11', views: 2 }])
  })
})
