import { GiveAddress, giveAddress, MyRewards, myRewards } from '@/src/services/grants'
import { GiveIdentity, giveIdentity } from '@/src/services/identities'
import { MyPayouts, myPayouts, Withdraw, withdraw } from '@/src/services/payouts'
import { PageState, pageState } from '@/src/services/publications'
import { wherePlayed } from '@/src/services/rehearsals'
import { memberKit } from '../trpc'
import { widgetRouter } from './widget-router'

const { router, procedure } = memberKit

/** What a phone asks and does. */
export const memberRouter = router({
  page: router({
    state: procedure.input(PageState).query(async ({ ctx, input }): ReturnType<typeof pageState> => {
      const at = await wherePlayed(ctx, input.version)
      // A page that lies open stays as it was: a tap says that it is over, and so does opening it anew.
      return at === 'over'
        ? { now: ctx.clock.now().getTime(), member: null, tools: {} }
        : pageState({ ctx: at, input })
    }),
  }),
  rewards: router({
    mine: procedure.input(MyRewards).query(myRewards),
    giveAddress: procedure.input(GiveAddress).mutation(giveAddress),
    giveIdentity: procedure.input(GiveIdentity).mutation(giveIdentity),
    withdraw: procedure.input(Withdraw).mutation(withdraw),
    payouts: procedure.input(MyPayouts).query(myPayouts),
  }),
  widget: widgetRouter,
})

export type MemberRouter = typeof memberRouter
