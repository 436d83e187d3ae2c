/** How signing in can end; all of them are expected. */
export type SignInEnd = 'ok' | 'wrong' | 'too_many' | 'offline'

const JSON_POST = { method: 'POST', headers: { 'content-type': 'application/json' } } as const

/** Signs in with e-mail and password; the session comes as a cookie. */
export async function signIn(email: string, password: string): Promise<SignInEnd> {
  try {
    const answer = await fetch('/api/auth/sign-in/email', {
      ...JSON_POST,
      body: JSON.stringify({ email, password }),
    })
    if (answer.ok) return 'ok'
    if (answer.status === 429) return 'too_many'
    return answer.status < 500 ? 'wrong' : 'offline'
  } catch {
    return 'offline'
  }
}

/** Ends the session; false when the server could not be told. */
export async function signOut(): Promise<boolean> {
  try {
    const answer = await fetch('/api/auth/sign-out', { ...JSON_POST, body: '{}' })
    return answer.ok || answer.status === 401
  } catch {
    return false
  }
}
