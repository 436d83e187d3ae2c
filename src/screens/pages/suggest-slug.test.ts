import { describe, expect, it } from 'vitest'
import { Slug } from '@/schemas/primitives'
import { suggestSlug } from './suggest-slug'

describe('suggestSlug', () => {
  it.each([
    ['双11 主会场', 'double-11'],
    ['关于双十一的规则', 'double-11-rules'],
    ['Summer Sale 2026', 'summer-sale-2026'],
    ['618', '618'],
    ['  --Été--  ', 'e-te'],
    ['首页弹窗', 'page-1111'],
    ['', 'page-1111'],
  ])('suggests for %j the link %j', (title, slug) => {
    expect(suggestSlug(title, '1111')).toBe(slug)
  })

  it('stays a valid link for a very long title', () => {
    expect(Slug.safeParse(suggestSlug('a-'.repeat(200), '1')).success).toBe(true)
  })
})
