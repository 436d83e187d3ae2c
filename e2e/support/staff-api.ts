/** The staff API as the console calls it, by a member of staff who is signed in. */
export interface StaffApi {
  mutate: <Answer>(path: string, input: unknown) => Promise<Answer>
  query: <Answer>(path: string, input: unknown) => Promise<Answer>
  /** Sends a file as it is. */
  upload: (path: string, content: string) => Promise<void>
}

/** Signs in over HTTP. Every call throws with the server's answer unless it succeeded. */
export async function staffApi(origin: string, email: string, password: string): Promise<StaffApi> {
  const headers = { 'content-type': 'application/json', origin }
  const signedIn = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email, password }),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((value) => value.split(';')[0])
    .join('; ')
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
      if (!response.ok) throw new Error(await response.text())
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
