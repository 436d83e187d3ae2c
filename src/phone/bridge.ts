/** What the shop's app puts on the window of its web-view. */
interface HostBridge {
  /** Signs the member in; may reopen the page with a ticket, or resolve when the session is there. */
  login?: () => unknown
  /** Opens the app's own sharing; may answer false when the member thought better of it. */
  share?: (o: { title: string; link: string }) => unknown
  /** Counts what the page's events tell of. */
  track?: (o: { name: string; detail: string }) => unknown
}

declare global {
  interface Window {
    ZigguratBridge?: HostBridge
  }
}

/**
 * Has the member signed in: by the app's bridge; by the page that frames this one
 * (`{type: 'ziggurat:login'}`, told to our own origin only); or, in a plain browser, by the shop's
 * own sign-in, whose address the page carries and which comes back. Answers `nobody` when there is
 * none of them, `asked` when the page will be opened anew, and `answered` when the app is through with
 * it on the spot, successfully or not.
 */
export async function requestLogin(target: Window = window): Promise<'nobody' | 'asked' | 'answered'> {
  const bridge = target.ZigguratBridge
  if (bridge?.login) {
    try {
      await bridge.login()
    } catch {
      // The member closed the app's sign-in: whether they are signed in is the server's to say.
    }
    return 'answered'
  }
  const { login } = target.document.documentElement.dataset
  if (target.parent === target && login) {
    target.location.assign(login + encodeURIComponent(target.location.href))
    return 'asked'
  }
  if (target.parent === target) return 'nobody'
  target.parent.postMessage({ type: 'ziggurat:login' }, target.location.origin)
  return 'asked'
}
