/** When the demo's campaigns run: begun a few days ago, so that they have a past. */
export interface VenueWindow {
  startsAt: string
  endsAt: string
}

const DAY_MS = 24 * 60 * 60 * 1000

export function venueWindow(now: Date): VenueWindow {
  return {
    startsAt: new Date(now.getTime() - 3 * DAY_MS).toISOString(),
    endsAt: new Date(now.getTime() + 30 * DAY_MS).toISOString(),
  }
}
