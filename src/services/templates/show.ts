import type { z } from 'zod'
import type { PageDefinition } from '@/schemas/page'
import type { StaffContext } from '../context'
import { reservedFenOf } from '../rewards/create'
import { authorise } from '../staff/authorise'
import { costFenOf, rewardsOf } from './fill'
import { asPage, getBuiltIn, getSaved, readShop } from './internal'
import type { PlayTemplate } from './library/template'
import { playWindowAt } from './library/window'
import { sampleStates } from './sample'
import { ShowTemplate } from './schemas'

/** What a template looks like and what it makes, without making anything. */
export async function showTemplate({
  ctx,
  input,
}: {
  ctx: StaffContext
  input: z.input<typeof ShowTemplate>
}) {
  authorise(ctx, 'page.read')
  const which = ShowTemplate.parse(input)
  if ('id' in which) {
    const { kind, name, content } = await getSaved(ctx.db.read, which.id)
    const page = content.kind === 'page' ? content.page : asPage(content, { title: name })
    return shown(kind, page)
  }
  const found = getBuiltIn(which.key)
  if (found.kind === 'play') return showPlay(ctx, found)
  if (found.kind === 'page') return shown('page', found.page)
  return shown('group', asPage(found.content, { title: found.name['zh-CN'], theme: found.theme }))
}

const shown = (kind: 'group' | 'page', page: PageDefinition) => ({
  kind,
  page,
  /** What each block's tool shows, by the block's id. */
  states: {} as Record<string, unknown>,
  play: null,
})

async function showPlay(ctx: StaffContext, template: PlayTemplate) {
  const shop = await readShop(ctx.db.read)
  const window = playWindowAt(template.campaign.window, ctx.timeZone, ctx.clock.now())
  const { page, tools, states } = await sampleStates(ctx, template, shop, window)
  const rewards = rewardsOf(template)
  return {
    kind: 'play' as const,
    page,
    states,
    play: {
      campaign: { name: template.campaign.name, startsAt: window.startsAt, endsAt: window.endsAt },
      tools: tools.map(({ type, name }) => ({ type, name })),
      rewards: [...rewards].map(([key, reward]) => ({
        key,
        title: reward.title,
        kind: reward.terms.kind,
        stock: reward.stock,
        reservedFenEach: reservedFenOf(reward),
      })),
      costFen: costFenOf(rewards),
    },
  }
}
