import type { ViewHost } from '../../widgets/kit/view'

type Shared = Awaited<ReturnType<ViewHost['share']>>

/**
 * Hands a link to the app's own sharing, else to the system's; where there is neither, or the
 * system refuses, the link is copied.
 */
export async function shareLink(title: string, link: string): Promise<Shared> {
  const bridge = window.ZigguratBridge
  if (bridge?.share) {
    try {
      return (await bridge.share({ title, link })) === false ? 'cancelled' : 'shared'
    } catch {
      return 'failed'
    }
  }
  if (navigator.share) {
    try {
      await navigator.share({ title, url: link })
      return 'shared'
    } catch (error) {
      if ((error as Error).name === 'AbortError') return 'cancelled'
    }
  }
  return (await copyText(link)) ? 'copied' : 'failed'
}

/** Puts text on the clipboard, the old way where the new one is missing or forbidden. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    // Out of sight; of a size that iOS does not zoom to, and without its keyboard.
    area.style.cssText = 'position:fixed;top:0;opacity:0;font-size:16px'
    area.readOnly = true
    document.body.append(area)
    try {
      area.select()
      area.setSelectionRange(0, text.length)
      return document.execCommand('copy')
    } catch {
      return false
    } finally {
      area.remove()
    }
  }
}
