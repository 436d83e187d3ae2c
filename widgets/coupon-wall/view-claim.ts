import { useEffect, useState } from 'preact/hooks'
import type { Outcome } from '../../schemas/outcome'
import { type ActionFailure, type ToolStatus, useHost } from '../kit/view'
import { useAction } from '../kit/view-hooks'
import type { CouponOffer, Lesson } from './state'

type Answer = Outcome | ActionFailure

/** How the last tap ended, as the member is told. */
export interface Notice {
  answer: Answer
  offer: CouponOffer
}

interface ClaimInput {
  rewardId: string
}

const keyOf = ({ rewardId }: ClaimInput) => rewardId

/** How long good news stays, in ms. What asks for a decision stays until it is taken. */
const GOOD_NEWS_MS = 4_000

/**
 * Answers one tap: asks, and where the member must sign in first and does so on the spot, asks
 * again, so that nobody has to tap twice.
 */
export async function answerTap(
  perform: () => Promise<Answer>,
  login: () => Promise<boolean>,
): Promise<Answer> {
  const answer = await perform()
  return answer.status === 'login_required' && (await login()) ? perform() : answer
}

/** True when trying again may end differently. */
export function canRetry({ status }: Answer): boolean {
  return status === 'failed' || status === 'busy' || status === 'login_required'
}

/** True of an answer that tells of nothing but a broken network: it is over when that is back. */
function isOfflineOnly(answer: Answer): boolean {
  return answer.status === 'failed' && answer.offline
}

/** Claims coupons of the block's tool, and remembers what the answers taught. */
export function useClaim(blockId: string, status: ToolStatus) {
  const { login, isEditing } = useHost()
  const { perform, isPending } = useAction<ClaimInput>(blockId, 'claim', keyOf)
  const [lessons, setLessons] = useState<Record<string, Lesson>>({})
  const [notice, setNotice] = useState<Notice>()

  useEffect(() => {
    if (!notice || canRetry(notice.answer)) return
    const timer = setTimeout(() => setNotice(undefined), GOOD_NEWS_MS)
    return () => clearTimeout(timer)
  }, [notice])

  // Only when it changes: a failure comes before the state that is found out of reach after it.
  useEffect(() => {
    if (status === 'ready') setNotice((shown) => (shown && isOfflineOnly(shown.answer) ? undefined : shown))
  }, [status])

  const claim = async (offer: CouponOffer, failure?: ActionFailure) => {
    const { rewardId } = offer
    if (isEditing || isPending({ rewardId })) return
    setNotice(undefined)
    const answer = await answerTap(() => perform({ rewardId }, failure), login)
    setLessons((known) => ({
      ...known,
      [rewardId]: { status: answer.status, about: offer },
    }))
    setNotice({ answer, offer })
  }

  return {
    claim,
    isClaiming: ({ rewardId }: CouponOffer) => isPending({ rewardId }),
    lessonOf: ({ rewardId }: CouponOffer) => lessons[rewardId],
    notice,
    dismiss: () => setNotice(undefined),
  }
}
