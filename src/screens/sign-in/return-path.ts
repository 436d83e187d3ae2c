/**
 * Where to go after signing in: the path that was asked for, if it is one of ours. An address of
 * another site (`https://…`, `//host`, `/\host`) leads to the overview instead.
 */
export function returnPath(from: string | null): string {
  return from && /^\/(?![/\\])/.test(from) && !from.startsWith('/sign-in') ? from : '/'
}
