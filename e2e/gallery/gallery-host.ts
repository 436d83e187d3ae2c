import type { StateSample } from '../../widgets/kit/fixtures'
import type { Locale } from '../../widgets/kit/messages'
import type { ToolSnapshot, ViewHost } from '../../widgets/kit/view'

/** 双11 at ten in the morning in Shanghai: from here the gallery's clock goes on. */
const OPENED_AT = Date.parse('2026-11-11T02:00:00.000Z')
/** How long the gallery takes to answer a tap, and to tell the member's state, ms. */
const ANSWER_MS = 250
const STATE_MS = 60

export interface GalleryHost {
  viewHost: ViewHost
  /** Until this is called the host says what the server knew; afterwards what the member's state is. */
  tellState: () => void
}

/**
 * A host that plays one sample of a widget's fixtures: it answers as the sample says, and nothing
 * leaves the page. It starts as the server draws: the state still loading, no parameters.
 */
export function createGalleryHost(o: {
  locale: Locale
  sample: StateSample<unknown> | undefined
  isEditing: boolean
}): GalleryHost {
  const { sample } = o
  const openedAt = Date.now()
  const changed = new Set<() => void>()
  let params: Record<string, string> = {}
  let snapshot: ToolSnapshot<unknown> = { status: 'loading', state: sample?.state }
  const tell = () => {
    for (const each of [...changed]) each()
  }

  const perform: ViewHost['perform'] = async (blockId, action, input) => {
    const answer = sample?.answers?.[action]
    if (answer === undefined) console.error(`no answer in the fixtures for the action "${action}"`)
    if (answer === 'pending') return new Promise(() => {})
    await new Promise((resolve) => setTimeout(resolve, ANSWER_MS))
    if (answer !== 'offline') return answer ?? { status: 'suspended' }
    return { status: 'failed', offline: true, retry: () => perform(blockId, action, input) }
  }

  return {
    tellState: () => {
      setTimeout(() => {
        params = { ...sample?.params }
        if (sample) snapshot = { status: sample.status, state: sample.state }
        tell()
      }, STATE_MS)
    },
    viewHost: {
      locale: o.locale,
      timeZone: 'Asia/Shanghai',
      now: () => OPENED_AT + Date.now() - openedAt,
      onTick: (tick) => {
        const timer = setInterval(tick, 1000)
        return () => clearInterval(timer)
      },
      readTool: () => snapshot,
      onToolChange: (_, listener) => {
        changed.add(listener)
        return () => changed.delete(listener)
      },
      perform,
      navigate: () => {},
      get params() {
        return params
      },
      setParam: (name, value) => {
        params = { ...params, [name]: value }
        tell()
      },
      share: () => Promise.resolve('copied'),
      copy: () => Promise.resolve(true),
      refresh: tell,
      login: () => Promise.resolve(false),
      isEditing: o.isEditing,
    },
  }
}
