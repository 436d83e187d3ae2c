import type { ActionCall } from '../../schemas/action-call'
import type { PreviewPlay } from '../../schemas/preview-play'
import type { Locale } from '../../widgets/kit/messages'
import type { ActionRunner, EventValues } from './action-runner'
import { copyText, shareLink } from './bridge-share'
import type { PreviewHost } from './preview-host'
import { call as callNumber, goTo, leave } from './preview-leave'
import { previewWords } from './preview-words'
import { say } from './say'
import { showToast } from './toast'

/** Does what follows from an event as a member's phone would; what reaches others is only told. */
export function createPreviewActions(play: PreviewPlay, host: PreviewHost, locale: Locale): ActionRunner {
  const words = previewWords[locale]
  const { timeZone } = host.viewHost

  /** Nobody is looking, so that a member is called as pretended ones are, and is of no level or city. */
  function read(value: unknown, event: EventValues): string {
    if (typeof value !== 'object' || value === null) return String(value ?? '')
    const { ref } = value as { ref: string }
    if (ref.startsWith('event.')) return String(event[ref.slice('event.'.length)] ?? '')
    if (ref === 'page.link') return location.origin + location.pathname
    if (ref.startsWith('member.')) return ref === 'member.nickname' ? words.member : ''
    return play.values()[ref] ?? ''
  }

  async function playTool(
    { block, action, inputs }: Extract<ActionCall, { kind: 'tool' }>,
    event: EventValues,
  ) {
    const element = block && document.querySelector(`[data-block="${block}"]`)
    if (!element || !action) return
    element.scrollIntoView({ behavior: 'smooth', block: 'center' })
    const input = Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [
        name,
        typeof value === 'object' ? read(value, event) : value,
      ]),
    )
    if (host.resume(block, action, input)) return
    const answer = await host.viewHost.perform(block, action, input)
    say(locale, answer, timeZone)
  }

  async function perform(call: ActionCall, event: EventValues): Promise<unknown> {
    switch (call.kind) {
      case 'navigate':
        return leave(read(call.inputs.link, event), play, locale)
      case 'openPopup':
        return call.block && goTo(`#${call.block}`)
      case 'scrollTo':
        return call.block && document.getElementById(call.block)?.scrollIntoView({ behavior: 'smooth' })
      case 'share': {
        const title = read(call.inputs.title, event)
        if (!play.followsLinks) return showToast(words.shares(title))
        const how = await shareLink(title, location.origin + location.pathname)
        return how === 'copied' && showToast(words.linkCopied)
      }
      case 'copy': {
        const isCopied = await copyText(read(call.inputs.text, event))
        return showToast(isCopied ? words.copied : words.notCopied)
      }
      case 'call':
        return callNumber(call.inputs.phone, play, locale)
      case 'track':
        return call.inputs.name && showToast(words.tracks(call.inputs.name))
      case 'tool':
        return playTool(call, event)
    }
  }

  return async (calls, event) => {
    for (const call of calls) await perform(call, event)
  }
}
