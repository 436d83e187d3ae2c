import { type Draft, type Drafts, play } from './blocks'
import type { Named, Shop, ToolDraft } from './template'

/* Floors of the shop's own products, one for each of its groups: none where it has none. */

const floorName = (i: number) => `floor${i + 1}`

export function floorTools(
  { groups }: Shop,
  o: { most: number; limit: number; coupons: string[] },
): Record<string, ToolDraft> {
  const coupons = o.coupons.map((rewardId) => ({ rewardId }))
  return Object.fromEntries(
    groups.slice(0, o.most).map((group, i) => [
      floorName(i),
      {
        type: 'goods',
        name: `${group}楼层`,
        config: { source: 'group', products: [], group, limit: o.limit, coupons },
      },
    ]),
  )
}

/** The floors whose tools there are; the first takes the first layout, and so on. */
export function floors({ groups }: Shop, tools: Named, layouts: string[], props: object = {}): Drafts {
  return Object.fromEntries(
    groups.slice(0, layouts.length).flatMap((group, i): [string, Draft][] => {
      const toolId = tools[floorName(i)]
      if (toolId === undefined) return []
      const layout = layouts[i] ?? 'two'
      return [[floorName(i), play('goods', { ...GOODS, title: group, layout, ...props }, toolId)]]
    }),
  )
}

/** Entries of a navigation that lead to the floors there are. */
export function floorAnchors(
  { groups }: Shop,
  tools: Named,
  most: number,
): [label: string, blockId: string][] {
  return groups
    .slice(0, most)
    .flatMap((group, i): [string, string][] =>
      tools[floorName(i)] === undefined ? [] : [[group.slice(0, 10), floorName(i)]],
    )
}

const GOODS = {
  moreText: '',
  moreLink: '',
  picture: 'square',
  showStock: true,
  // A crossed-out price needs a real one of the last days: for the shop to say.
  showListPrice: false,
  buttonText: '马上抢',
}
