import { z } from 'zod'

const Named = z.object({ prizes: z.array(z.object({ key: z.string(), name: z.string() })) })

/** Names a configuration's prizes by their keys; a key it does not know is its own name. */
export function prizeNames(config: unknown): (key: string) => string {
  const parsed = Named.safeParse(config)
  const names = new Map(parsed.success ? parsed.data.prizes.map(({ key, name }) => [key, name]) : [])
  return (key) => names.get(key) ?? key
}
