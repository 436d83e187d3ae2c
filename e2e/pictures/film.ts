import type { Page } from '@playwright/test'
import sharp from 'sharp'

const FRAMES_A_SECOND = 10
const FILM_BYTES = 700_000
/** Tried in turn until the film is light enough. */
const QUALITIES = [70, 60, 52, 45, 38]
/** How long the last frame stays before it begins anew, ms. */
const LAST_MS = 1_600
/** What stands still for longer is cut to this: a film does not wait for a slow machine. */
const STILL_SECONDS = 1

interface Shot {
  /** Seconds, on the browser's clock. */
  at: number
  jpeg: Buffer
}

export interface FilmOptions {
  /** px */
  width: number
  /** It is shown faster than it happened when that took longer. */
  seconds: number
}

/** Films what the page shows while `act` runs, and answers it as an animated WebP. */
export async function film(page: Page, o: FilmOptions, act: () => Promise<void>): Promise<Buffer> {
  const shots: Shot[] = []
  const client = await page.context().newCDPSession(page)
  client.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    shots.push({ at: metadata.timestamp ?? 0, jpeg: Buffer.from(data, 'base64') })
    // A frame that comes while the session ends is not waited for.
    client.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined)
  })
  await client.send('Page.startScreencast', { format: 'jpeg', quality: 92, everyNthFrame: 1 })
  await act()
  await client.send('Page.stopScreencast')
  await client.detach()
  const { frames, delays } = atEvenPace(shots, o.seconds)
  return await encode(await Promise.all(frames.map((jpeg) => scaled(jpeg, o.width))), delays)
}

/** The browser draws when something changes; a film shows what is there at each of its moments. */
function atEvenPace(shots: Shot[], seconds: number): { frames: Buffer[]; delays: number[] } {
  const moments: number[] = []
  for (const [i, { at }] of shots.entries()) {
    const before = shots[i - 1]?.at ?? at
    moments.push((moments.at(-1) ?? 0) + Math.min(at - before, STILL_SECONDS))
  }
  const length = moments.at(-1) ?? 0
  if (length === 0) throw new Error('nothing moved while filming')
  const step = Math.max(1, length / seconds) / FRAMES_A_SECOND
  const frames: Buffer[] = []
  const delays: number[] = []
  let shown = -1
  for (let at = 0, current = 0; at <= length; at += step) {
    while ((moments[current + 1] ?? Number.POSITIVE_INFINITY) <= at) current += 1
    const delay = 1_000 / FRAMES_A_SECOND
    if (current === shown) delays.push((delays.pop() ?? 0) + delay)
    else {
      frames.push(...shots.slice(current, current + 1).map(({ jpeg }) => jpeg))
      delays.push(delay)
    }
    shown = current
  }
  frames.push(...shots.slice(-1).map(({ jpeg }) => jpeg))
  return { frames, delays: [...delays.map(Math.round), LAST_MS] }
}

function scaled(jpeg: Buffer, width: number): Promise<Buffer> {
  return sharp(jpeg).resize({ width, kernel: 'lanczos3' }).png({ compressionLevel: 1 }).toBuffer()
}

async function encode(frames: Buffer[], delay: number[]): Promise<Buffer> {
  for (const quality of QUALITIES) {
    const webp = await sharp(frames, { join: { animated: true } })
      .webp({ quality, effort: 4, minSize: true, delay, loop: 0 })
      .toBuffer()
    if (webp.length <= FILM_BYTES) return webp
  }
  throw new Error(`a film of ${frames.length} frames does not fit in ${FILM_BYTES} bytes`)
}
