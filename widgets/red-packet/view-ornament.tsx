/** @jsxImportSource preact */

/** Clouds in gold line, from both sides of the lid. */
export function Ornament() {
  const cloud =
    'M0 158h34c13 0 13-19 0-19-8 0-10 10-3 11M0 146h18c16 0 18-28 0-28-13 0-15 17-4 19M0 128h4c14 0 17-27-4-27'
  return (
    <svg viewBox="0 0 264 206" aria-hidden="true">
      <path d={cloud} />
      <path d={cloud} transform="matrix(-1 0 0 1 264 0)" />
    </svg>
  )
}
