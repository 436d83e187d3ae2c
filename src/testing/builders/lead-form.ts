import type { MemberContext } from '@/src/services/context'
import { tools } from '@/widgets/registry.tools.gen'
import type { World } from '../world'
import { aPublishedTool, type PublishedToolOptions } from './published-tool'

const { defaults } = tools['lead-form']
export const CONSENT = { purpose: defaults.purpose, link: '/p/privacy' }

type Config = typeof defaults

interface LeadFormOptions extends Pick<PublishedToolOptions, 'startsAt' | 'endsAt' | 'isDraft'> {
  config?: Partial<Config>
  rewards?: PublishedToolOptions['rewards']
}

/** A published form that asks for a name and a telephone number; its one reward, if any, is its gift. */
export async function aLeadForm(world: Pick<World, 'as'>, o: LeadFormOptions = {}) {
  const { config, rewards = [], ...rest } = o
  const form = await aPublishedTool(world, {
    ...rest,
    type: 'lead-form',
    rewards,
    config: ([rewardId]) => ({
      ...defaults,
      privacyLink: CONSENT.link,
      ...(rewardId && { rewardId }),
      ...config,
    }),
  })
  return {
    ...form,
    /** Sends it in, each time anew unless a key is given. */
    send: (member: MemberContext, answers: Record<string, unknown> = {}, key?: string) =>
      form.act(
        member,
        'submit',
        { answers: { name: '李小满', phone: '138 0013 8000', ...answers }, consent: CONSENT },
        key,
      ),
  }
}
