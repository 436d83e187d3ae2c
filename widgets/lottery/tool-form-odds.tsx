const COLOURS = ['#0f6b63', '#b4633a', '#d08b1b', '#4f7d9c', '#7a5c8e', '#4d8b57', '#a4515d', '#5d6b2f']

/** A prize's colour by its place; what wins nothing is grey. */
export function colourOf(place: number, gives: 'reward' | 'nothing'): string {
  return gives === 'nothing' ? '#b9bcb4' : (COLOURS[place % COLOURS.length] ?? '')
}

/** Parts per million in percent, to the last digit: 5 → `0.0005%`. */
export function percent(ppm: number): string {
  return `${ppm / 10_000}%`
}
