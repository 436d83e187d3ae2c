/** @jsxImportSource preact */
import { render } from 'preact'
import type { PreviewPlay } from '../../schemas/preview-play'
import { MOST_FRIENDS } from '../../schemas/try-out'
import type { Locale } from '../../widgets/kit/messages'
import { previewWords } from './preview-words'

/*
 * What friends do with a link that was shared, tried out on the same phone: the link goes to nobody,
 * and the preview is looked at as somebody who opened it.
 */

type Link = Readonly<Record<string, string>>

const bars = new WeakMap<PreviewPlay, HTMLElement>()

/** Offers to look at the page as a friend who got this link. */
export function offerFriend(play: PreviewPlay, link: Link, locale: Locale): void {
  draw(play, link, locale)
}

/** Takes the offer away. */
export function forgetFriends(play: PreviewPlay): void {
  const bar = bars.get(play)
  if (!bar) return
  render(null, bar)
  bar.remove()
  bars.delete(play)
}

function draw(play: PreviewPlay, link: Link, locale: Locale): void {
  const bar = bars.get(play) ?? document.body.appendChild(document.createElement('div'))
  bar.className = 'zg-preview zg-preview-friend'
  bars.set(play, bar)
  const say = previewWords[locale]
  const who = play.who()
  const look = (next: number, params: Link) => {
    play.lookAs(next, params)
    if (next === 0) forgetFriends(play)
    else draw(play, link, locale)
  }
  render(
    <div role="status">
      <span>{who === 0 ? say.notShared : say.asFriend(who)}</span>
      {who < MOST_FRIENDS && (
        <button type="button" onClick={() => look(who + 1, link)}>
          {who === 0 ? say.openAsFriend : say.nextFriend}
        </button>
      )}
      <button type="button" class="is-quiet" onClick={() => look(0, {})}>
        {who === 0 ? say.dismiss : say.backToMe}
      </button>
    </div>,
    bar,
  )
}
