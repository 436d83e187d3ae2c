import type { CanvasSource } from '../../schemas/canvas'
import type { PagePreview, PreviewTried } from '../../schemas/page-preview'
import { createPlayMemory, type PlayRequest, type PreviewPlay } from '../../schemas/preview-play'
import { stillCanvas } from '../../schemas/still-canvas'
import type { Viewpoint } from '../../schemas/viewpoint-parts'

interface Preview {
  /** Where its server hears of taps. */
  url: string
  viewpoint: () => Viewpoint
  signIn: () => void
}

/** The draft of a preview link as the canvas reads it: what is seen of it changes as it is played. */
export function playedPage(preview: PagePreview, { url, viewpoint, signIn }: Preview): CanvasSource {
  let { tools, unmet } = preview
  const listeners = new Set<() => void>()
  const onChange = (changed: () => void) => {
    listeners.add(changed)
    return () => listeners.delete(changed)
  }
  const memory = createPlayMemory<Pick<PreviewTried, 'tools' | 'unmet'>>({
    viewpoint,
    ask: (request) => ask(url, request),
    onSeen: (seen) => {
      ;({ tools, unmet } = seen)
      for (const changed of [...listeners]) changed()
    },
  })
  const play: PreviewPlay = {
    ...memory,
    signIn,
    boundOf: (id) => (Object.hasOwn(preview.bound, id) ? preview.bound[id] : undefined),
    blockIds: () => Object.keys(preview.bound),
    values: () => preview.values,
    followsLinks: true,
  }
  return {
    ...stillCanvas(preview, { aheadMs: preview.aheadMs }),
    readTool: (id) => (Object.hasOwn(tools, id) ? tools[id] : undefined),
    onToolChange: (_, changed) => onChange(changed),
    isMet: (id) => !unmet.includes(id),
    onFactsChange: onChange,
    situation: () => viewpoint().situation,
    play,
  }
}

async function ask(url: string, request: PlayRequest) {
  try {
    const response = await fetch(`${url}/try`, {
      method: 'POST',
      body: JSON.stringify(request),
      headers: { 'content-type': 'application/json' },
    })
    if (response.ok) return (await response.json()) as PreviewTried
    const requestId = response.headers.get('x-request-id') ?? undefined
    return { status: 'failed' as const, offline: false, ...(requestId && { requestId }) }
  } catch {
    return { status: 'failed' as const, offline: true }
  }
}
