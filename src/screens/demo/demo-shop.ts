/*
 * The shop's app, as the demo plays it. It is not part of the staff API: in real life the shop's
 * own back end knows its members and signs the tickets.
 */

export interface DemoMember {
  id: string
  nickname: string
  about: string
}

export interface DemoPage {
  slug: string
  title: string
}

export interface DemoShop {
  members: DemoMember[]
  pages: DemoPage[]
}

/** Members and published pages; null when this is not a demo. Throws when the server cannot say. */
export async function fetchDemoShop(): Promise<DemoShop | null> {
  const answer = await fetch('/api/demo/members')
  if (answer.status === 404) return null
  if (!answer.ok) throw new Error(`the demo answered ${answer.status}`)
  return answer.json()
}

/** Where a page that sent its visitor here to sign in wants them back, on this site only. */
export function returnPath(search: string): string | undefined {
  const back = new URLSearchParams(search).get('return')
  if (!back || !URL.canParse(back)) return undefined
  const { origin, pathname } = new URL(back)
  return origin === window.location.origin && /^\/(?:p|my)\//.test(pathname) ? pathname : undefined
}

/** The path that opens a page as a member, with a fresh ticket; as nobody without one. */
export async function openAs(memberId: string | null, slug: string): Promise<string> {
  const answer = await fetch('/api/demo/open', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ memberId, slug }),
  })
  if (!answer.ok) throw new Error(`the demo answered ${answer.status}`)
  const { url }: { url: string } = await answer.json()
  return url
}
