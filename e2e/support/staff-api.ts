/** The staff API as the console calls it, by a member of staff who is signed in. */
export interface StaffApi {
  mutate: <Answer>(path: string, input: unknown) => Promise<Answer>
  query: <Answer>(path: string, input: unknown) => Promise<Answer>
  /** Sends a file as it is. */
  upload: (path: string, content: string) => Promise<void>
}

/** By server and person: sign-ins from one address are counted, and journeys need many. */
const sessions = new Map<string, Promise<string>>()

/** The cookie of a session, one for all who ask for that person. Throws when the server refuses. */
async function signIn(origin: string, email: string, password: string): Promise<string> {
  const signedIn = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email, password }),
  })
  if (!signedIn.ok) throw new Error(`signing in answered ${signedIn.status}: ${await signedIn.text()}`)
  return signedIn.headers
    .getSetCookie()
    .map((value) => value.split(';')[0])
    .join('; ')
}

/** Signs in over HTTP. Every call throws with the server's answer unless it succeeded. */
export async function staffApi(origin: string, email: string, password: string): Promise<StaffApi> {
  const headers = { 'content-type': 'application/json', origin }
  const person = `${origin} ${email}`
  const session = sessions.get(person) ?? signIn(origin, email, password)
  sessions.set(person, session)
  const cookie = await session
  const data = async <Answer>(response: Response): Promise<Answer> => {
    const body = (await response.json()) as { result?: { data: Answer } }
    if (!body.result) throw new Error(JSON.stringify(body))
    return body.result.data
  }
  return {
    upload: async (path, content) => {
      const type = { 'content-type': 'text/plain; charset=utf-8' }
      const response = await fetch(`${origin}/api/staff/${path}`, {
        method: 'POST',
        headers: { ...headers, ...type, cookie },
        body: content,
      })
      // An import goes on for as long as its answer is read.
      const said = await response.text()
      if (!response.ok) throw new Error(said)
    },
    mutate: async (path, input) =>
      data(
        await fetch(`${origin}/api/staff/${path}`, {
          method: 'POST',
          headers: { ...headers, cookie },
          body: JSON.stringify(input),
        }),
      ),
    query: async (path, input) =>
      data(
        await fetch(`${origin}/api/staff/${path}?input=${encodeURIComponent(JSON.stringify(input))}`, {
          headers: { cookie },
        }),
      ),
  }
}
