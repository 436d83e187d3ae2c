import type { ActionCall } from '../../schemas/action-call'
import { isSafeLink } from '../../schemas/safe-values'
import type { BoundEvents } from '../../widgets/kit/bound-events'
import type { ByLocale } from '../../widgets/kit/messages'
import { memberApi, type PageState } from './member-api'
import { showToast } from './toast'

/** What an event brings, by name. */
export type EventValues = Readonly<Record<string, unknown>>

/** Does one after the other what follows from an event. One that fails keeps no other from being done. */
export type ActionRunner = (calls: readonly ActionCall[], event: EventValues) => Promise<void>

interface Words {
  copied: string
  notCopied: string
  linkCopied: string
}

const zh: Words = {
  copied: '已复制',
  notCopied: '没有复制成功，请长按文字复制',
  linkCopied: '链接已复制，去粘贴给好友吧',
}
const en: Words = {
  copied: 'Copied',
  notCopied: 'It could not be copied: press and hold the text instead',
  linkCopied: 'Link copied: paste it to a friend',
}
const WORDS: ByLocale<Words> = { 'zh-CN': zh, en }

type Member = PageState['member']

/** Written out: importing its name would cut a piece out of the page's own script. */
const PAGE_SCRIPT = 'script#zg-page'

export function createActionRunner(data: BoundEvents): ActionRunner {
  const words = WORDS[data.locale]
  const member = knownMember(data)
  // Ahead of need: copying must follow the tap at once, or the web-view forbids it.
  const sharing = import('./bridge-share')
  sharing.catch(() => {})

  async function readValue(value: unknown, event: EventValues): Promise<string> {
    if (typeof value !== 'object' || value === null) return String(value ?? '')
    const { ref } = value as { ref: string }
    const name = ref.slice(ref.indexOf('.') + 1)
    if (ref.startsWith('event.')) return Object.hasOwn(event, name) ? String(event[name] ?? '') : ''
    if (ref === 'page.link') return location.origin + location.pathname
    if (!ref.startsWith('member.')) return data.values[ref] ?? ''
    return (await member())?.[name as keyof NonNullable<Member>] ?? ''
  }

  async function perform(call: ActionCall, event: EventValues): Promise<unknown> {
    switch (call.kind) {
      case 'navigate': {
        const link = await readValue(call.inputs.link, event)
        return link && isSafeLink(link) && location.assign(link)
      }
      case 'openPopup':
        return call.block && go(`#${call.block}`)
      case 'scrollTo':
        return call.block && document.getElementById(call.block)?.scrollIntoView({ behavior: 'smooth' })
      case 'share': {
        const title = await readValue(call.inputs.title, event)
        const { shareLink } = await sharing
        const how = await shareLink(title, location.origin + location.pathname)
        return how === 'copied' && showToast(words.linkCopied)
      }
      case 'copy': {
        const text = await readValue(call.inputs.text, event)
        const { copyText } = await sharing
        return showToast((await copyText(text)) ? words.copied : words.notCopied)
      }
      case 'call':
        return call.inputs.phone && location.assign(`tel:${call.inputs.phone.replace(/[ -]/g, '')}`)
      case 'track':
        return track(call.inputs.name, await readValue(call.inputs.detail, event))
      case 'tool': {
        const inputs = Object.entries(call.inputs).map(async ([name, value]) => [
          name,
          typeof value === 'object' ? await readValue(value, event) : value,
        ])
        return playTool(call.block, call.action, Object.fromEntries(await Promise.all(inputs)))
      }
    }
  }

  return async (calls, event) => {
    for (const call of calls) {
      try {
        await perform(call, event)
      } catch (error) {
        setTimeout(() => {
          throw error
        })
      }
    }
  }
}

/** Opens a popup, again too when it is the place that the address names already. */
function go(hash: string): void {
  if (location.hash === hash) location.hash = '#-'
  location.hash = hash
}

/** Tells the surrounding app, and whatever else on this page listens. */
function track(name: string, detail: string): void {
  if (!name) return
  window.ZigguratBridge?.track?.({ name, detail })
  dispatchEvent(new CustomEvent('ziggurat:track', { detail: { name, detail } }))
}

/**
 * The other block goes on as with a tap of its own that a sign-in interrupted: it moves, it shows the
 * result, and it asks for a sign-in first where one is needed.
 */
async function playTool(
  blockId: string | undefined,
  action: string | undefined,
  input: unknown,
): Promise<void> {
  if (!blockId || !action || !document.querySelector(`[data-block="${blockId}"]`)) return
  const { host, rememberTap, takeTap } = await import('./phone')
  const again = async () => {
    rememberTap({ blockId, action, input, at: Date.now() })
    await host.refresh()
    // Who is signed in has taken it up by now.
    return takeTap() !== undefined
  }
  document.getElementById(blockId)?.scrollIntoView({ behavior: 'smooth', block: 'center' })
  const isLeft = await again()
  if (!isLeft || host.viewHost.readTool(blockId).status === 'offline') return
  rememberTap({ blockId, action, input, at: Date.now() })
  if (await host.viewHost.login()) await again()
}

/** The member as the page's own script learns it; a page without one asks when somebody wants to know. */
function knownMember(data: BoundEvents): () => Promise<Member> {
  const isAsked = JSON.stringify(data.blocks).includes('"member.')
  if (!isAsked) return async () => null
  let known: { member: Member } | undefined
  let asking: Promise<unknown> | undefined
  const { pageState } = memberApi
  memberApi.pageState = async (...asked) => {
    const answer = await pageState(...asked)
    if ('member' in answer) known = answer
    return answer
  }
  const ask = async (): Promise<Member> => {
    asking ??= memberApi.pageState(data.version, {}).finally(() => {
      asking = undefined
    })
    await asking
    return known?.member ?? null
  }
  // Before any tap: what is copied must be there at once.
  if (!document.querySelector(PAGE_SCRIPT)) void ask()
  return async () => (known ? known.member : ask())
}
