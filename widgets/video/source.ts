/** A file that a player may be given: of this site or of the web, not a telephone or a mini-program. */
export function isPlayable(src: string): boolean {
  return /^(?:https?:\/\/|\/(?![/\\]))/i.test(src)
}

/** The ending of an address' path, in small letters, without its dot; empty when there is none. */
function endingOf(src: string): string {
  const path = src.replace(/[?#].*$/, '')
  return /\.([a-z0-9]{1,5})$/i.exec(path)?.[1]?.toLowerCase() ?? ''
}

/** Whether an address ends like a file that phones play. */
export function looksLikeVideo(src: string): boolean {
  return ['mp4', 'm3u8'].includes(endingOf(src))
}

/** A playlist in pieces: Safari and most phones play it, some browsers do not. */
export function isPlaylist(src: string): boolean {
  return endingOf(src) === 'm3u8'
}
