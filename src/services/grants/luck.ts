import { rngFrom } from '@/widgets/kit/rng'
import type { Rng } from '@/widgets/kit/tool'

/** The generator of one request. Most draw nothing: its seed is made when it is first asked for. */
export class Luck implements Rng {
  private known: string | undefined
  private generator: Rng | undefined

  constructor(private readonly newSeed: () => string) {}

  /** From which everything it draws can be drawn again. */
  get seed(): string {
    this.known ??= this.newSeed()
    return this.known
  }

  next(exclusiveMax: number): number {
    this.generator ??= rngFrom(this.seed)
    return this.generator.next(exclusiveMax)
  }
}
