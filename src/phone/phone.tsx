/** @jsxImportSource preact */
import { hydrate, options } from 'preact'
import { PAGE_DATA_ID, type PageData } from '../../schemas/phone'
import { islands } from '../../widgets/registry.islands.gen'
import { createClock } from './clock'
import { createPhoneHost } from './host'
import { Island } from './island'
import { memberApi } from './member-api'

// For actions of bound events, which have another block's tool play.
export { rememberTap, takeTap } from './remembered-tap'

/*
 * The script of a published page. Only pages with interactive blocks have it: it asks for the
 * member's state once, and brings each interactive block to life in the HTML the server sent.
 */

const CHUNK_RETRY_MS = [1000, 4000, 15_000]

// A script's: a block may be called the same.
const data = JSON.parse(document.querySelector(`script#${PAGE_DATA_ID}`)?.textContent ?? '') as PageData
export const host = createPhoneHost(data, memberApi, createClock())

/** A block whose script does not come stays as the server drew it: readable, and tried again. */
async function enliven(id: string, tries = 0): Promise<void> {
  const block = data.blocks[id]
  const root = document.querySelector(`[data-block="${id}"]`)
  const load = block && islands[block.type]
  if (!root || !load) return
  try {
    const { View } = await load()
    host.asDrawnByServer(() => {
      hydrate(<Island id={id} block={block} View={View} host={host.viewHost} />, root)
    })
  } catch (error) {
    const delay = CHUNK_RETRY_MS[tries]
    if (delay === undefined) throw error
    setTimeout(() => enliven(id, tries + 1), delay)
  }
}

// One answer changes many things, each in a microtask of its own: all are drawn together after it.
options.debounceRendering = (draw) => void setTimeout(draw)

void host.refresh()
for (const id of Object.keys(data.blocks)) void enliven(id)
