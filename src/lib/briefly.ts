import { Lru } from './lru'

interface Kept<Value> {
  at: number
  value: Promise<Value>
}

/**
 * Keeps what was read for a moment, so that a rush of viewers asks for the same thing once. What
 * is under way is shared too; what failed is read again by the next who asks.
 */
export class Briefly<Value> {
  private readonly keptOf = new WeakMap<object, Lru<string, Kept<Value>>>()

  constructor(private readonly o: { forMs: number; atMost: number }) {}

  /** Lets everything of that source be read anew. */
  forget(source: object): void {
    this.keptOf.delete(source)
  }

  /** What is kept under the key of that source, or what `read` answers. */
  get(source: object, key: string, now: Date, read: () => Promise<Value>): Promise<Value> {
    let kept = this.keptOf.get(source)
    if (!kept) {
      kept = new Lru(this.o.atMost)
      this.keptOf.set(source, kept)
    }
    const at = now.getTime()
    const known = kept.get(key)
    if (known && Math.abs(at - known.at) < this.o.forMs) return known.value
    const fresh: Kept<Value> = { at, value: read() }
    kept.set(key, fresh)
    fresh.value.catch(() => {
      fresh.at = Number.NEGATIVE_INFINITY
    })
    return fresh.value
  }
}
