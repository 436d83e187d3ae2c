/**
 * A partner's code as staff may see it: enough to tell it from another, too little to use it.
 * `VIP-7F2K-93QA` becomes `VIP****3QA`.
 */
export function maskedCode(code: string): string {
  const shown = Math.min(4, Math.floor(code.length / 4))
  return `${code.slice(0, shown)}****${shown > 0 ? code.slice(-shown) : ''}`
}
