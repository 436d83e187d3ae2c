/* Colours as WCAG 2 compares them. Takes `#rrggbb`. Apart from zod: the canvas reads it too. */

/** What text must reach on its ground (WCAG AA), and large text: from 24 px, or 18.66 px in bold. */
export const AA_TEXT = 4.5
export const AA_LARGE = 3

type Rgb = [red: number, green: number, blue: number]

function rgbOf(colour: string): Rgb {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return [red, green, blue]
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

/** Relative luminance, 0 to 1. */
function luminance(colour: string): number {
  const [red, green, blue] = rgbOf(colour).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How far two colours stand apart: 1 for the same, 21 for black and white. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** `share` (0 to 1) of the second colour in the first. */
export function mixed(one: string, other: string, share: number): string {
  const [a, b] = [rgbOf(one), rgbOf(other)]
  return hexOf(a.map((part, i) => part + ((b[i] ?? part) - part) * share) as Rgb)
}

/** The first of the colours that reaches the ratio on the ground; the best of them if none does. */
export function readableOn(ground: string, colours: readonly [string, ...string[]], ratio = AA_TEXT): string {
  const reached = colours.find((colour) => contrast(colour, ground) >= ratio)
  return reached ?? colours.reduce((a, b) => (contrast(b, ground) > contrast(a, ground) ? b : a))
}
