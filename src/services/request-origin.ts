/** Where a phone's request came from, as far as risk rules may know. */
export interface RequestOrigin {
  /** The network of the address, never the address: `203.0.113.0/24`. */
  ipPrefix?: string | undefined
  /** A hash that is the same for every request of one browser. */
  device?: string | undefined
}
