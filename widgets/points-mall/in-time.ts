/** How long after a tap a sheet may still open, in ms. Later it would come as a surprise. */
const PATIENCE_MS = 3_000

/** What `coming` comes to; rejects when it fails, or is not here soon after the tap that wants it. */
export function inTime<T>(coming: Promise<T>): Promise<T> {
  return Promise.race([coming, new Promise<never>((_, reject) => setTimeout(reject, PATIENCE_MS))])
}
