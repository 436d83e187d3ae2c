import { useState } from 'preact/hooks'
import type { Outcome } from '../../schemas/outcome'
import { type Answer, usePlay } from '../kit/play/use-play'
import type { CouponOffer, CouponWallState, Lesson } from './state'

interface ClaimInput {
  rewardId: string
}

const keyOf = ({ rewardId }: ClaimInput) => rewardId
const sameKey = () => ''

/** What each coupon of 一键领取 came to, by reward. */
export type Parts = NonNullable<Extract<Outcome, { status: 'granted' }>['parts']>

/** Claims coupons of the block's tool, one or all, and remembers what the answers taught. */
export function useClaims(blockId: string, state: CouponWallState | undefined) {
  const [lessons, setLessons] = useState<Record<string, Lesson>>({})
  const [asked, setAsked] = useState<CouponOffer>()
  const [parts, setParts] = useState<Parts>()
  const offerOf = (rewardId: string) => state?.coupons.find((offer) => offer.rewardId === rewardId)

  const learn = (rewardId: string, status: string, answer?: Answer) => {
    const about = offerOf(rewardId)
    if (!about) return
    const nextAt = answer?.status === 'sold_out' ? answer.nextAt : undefined
    setLessons((known) => ({ ...known, [rewardId]: { status: status as Lesson['status'], nextAt, about } }))
  }

  const claim = async (rewardId: string) => {
    all.dismiss()
    setAsked(offerOf(rewardId))
    const answer = await one.play({ rewardId })
    if (answer) learn(rewardId, answer.status, answer)
  }
  const claimAll = async () => {
    one.dismiss()
    const answer = await all.play({})
    if (answer?.status !== 'granted') return
    const came = answer.parts ?? answer.rewards.map(({ rewardId }) => ({ name: rewardId, status: 'granted' }))
    for (const { name, status } of came) learn(name, status)
    setParts(came)
  }
  const one = usePlay<ClaimInput>(blockId, 'claim', keyOf, ({ rewardId }) => void claim(rewardId))
  const all = usePlay<object>(blockId, 'claimAll', sameKey, () => void claimAll())

  return {
    one,
    all,
    claim,
    claimAll,
    isClaiming: ({ rewardId }: CouponOffer) => one.isPending({ rewardId }),
    lessonOf: ({ rewardId }: CouponOffer) => lessons[rewardId],
    /** The coupon that was tapped last. */
    asked,
    /** What 一键领取 came to, until the member has seen it. */
    parts,
    forgetParts: () => setParts(undefined),
  }
}
