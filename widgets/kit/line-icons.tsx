/** @jsxImportSource preact */

/** Our own small pictures: lines of 1.7 px on a grid of 24 × 24. */
const PATHS = {
  home: 'M4 11l8-7 8 7 M6 9.5V20h4.5v-5.5h3V20H18V9.5',
  gift: 'M4 8.5h16v4H4z M5.5 12.5V20h13v-7.5 M12 8.5V20 M12 8.5C10 4 5.5 5 7.5 8.5 M12 8.5c2-4.5 6.5-3.5 4.5 0',
  coupon: 'M3.5 6.5h17v3.6a2 2 0 0 0 0 3.8v3.6h-17v-3.6a2 2 0 0 0 0-3.8z M10 9.5h5 M10 14.5h5',
  cart: 'M3 4.5h2.5l2.2 10.2h9.6L19.5 7.5H6.2 M9 19.2h.01 M16.5 19.2h.01',
  list: 'M4 4.5h6.5V11H4z M13.5 4.5H20V11h-6.5z M4 14h6.5v6.5H4z M13.5 14H20v6.5h-6.5z',
  user: 'M12 12.2a4 4 0 1 0 0-8 4 4 0 0 0 0 8z M4.5 20c.6-4 3.6-5.6 7.5-5.6s6.9 1.6 7.5 5.6',
  fire: 'M12 3.5c.6 3.2 5.5 5.6 5.5 10.4A5.5 5.5 0 0 1 12 20a5.5 5.5 0 0 1-5.5-6c0-2.4 1.4-3.6 2.2-5.2.5 1.2 1.1 1.8 2 2.1-.3-2.7 0-5.1 1.3-7.4z',
  star: 'M12 3.8l2.5 5.3 5.7.8-4.1 4.1 1 5.8-5.1-2.8-5.1 2.8 1-5.8-4.1-4.1 5.7-.8z',
  coin: 'M12 3.8a8.2 8.2 0 1 0 0 16.4 8.2 8.2 0 0 0 0-16.4z M8.8 8l3.2 4 3.2-4 M12 12v4.5 M9.2 13h5.6',
  clock: 'M12 3.8a8.2 8.2 0 1 0 0 16.4 8.2 8.2 0 0 0 0-16.4z M12 7.8V12l2.8 2.2',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15z M10 20.5h4 M12 5V3.5',
  horn: 'M4 9.5v5h3l8 4v-13l-8 4z M18 9a4.2 4.2 0 0 1 0 6 M8 15v4.5h2.5V16',
} as const

export type LineIconName = keyof typeof PATHS

/** An ornament: what it stands for is said beside it. Its size and colour are the text's around it. */
export function LineIcon({ name }: { name: LineIconName }) {
  return (
    <svg
      aria-hidden="true"
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={Object.hasOwn(PATHS, name) ? PATHS[name] : ''} />
    </svg>
  )
}
