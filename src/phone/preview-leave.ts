import type { PreviewPlay } from '../../schemas/preview-play'
import { isSafeLink } from '../../schemas/safe-values'
import type { Locale } from '../../widgets/kit/messages'
import { MY_REWARDS } from '../../widgets/kit/play/my-rewards'
import { previewWords } from './preview-words'
import { showToast } from './toast'

/** Follows a link out of the page, or says where it leads; a place on the page is gone to. */
export function leave(link: string, { followsLinks }: Pick<PreviewPlay, 'followsLinks'>, locale: Locale) {
  const say = previewWords[locale]
  if (link.startsWith('#')) return goTo(link)
  if (!isSafeLink(link)) return
  // Nobody holds what was won in a preview.
  if (link.startsWith(MY_REWARDS)) return showToast(say.opensRewards)
  if (!followsLinks) return showToast(say.opens(link))
  location.assign(link)
}

/** Calls a number, or says that it would. */
export function call(phone: string, { followsLinks }: Pick<PreviewPlay, 'followsLinks'>, locale: Locale) {
  const number = phone.replace(/[ -]/g, '')
  if (number === '') return
  if (followsLinks) location.assign(`tel:${number}`)
  else showToast(previewWords[locale].calls(number))
}

/** Opens what stands at that place, again too when it is the one that the address names already. */
export function goTo(hash: string): void {
  if (location.hash === hash) location.hash = '#-'
  location.hash = hash
}
