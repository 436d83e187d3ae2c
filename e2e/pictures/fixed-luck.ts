import type { StaffApi } from '../support/staff-api'

/*
 * Chance would make every run's pictures different: before anybody plays, the wheel is set to one
 * prize and the packet to one amount, by the API that the console uses.
 */

interface Prize {
  name: string
  weight: number
}

/** From now on the demo's wheel lands on `prize`. */
export async function winAlways(staff: StaffApi, prize: string): Promise<void> {
  await change<{ prizes: Prize[] }>(staff, 'lottery', '双11 大转盘', (config) => {
    if (!config.prizes.some(({ name }) => name === prize)) throw new Error(`the wheel has no ${prize}`)
    const prizes = config.prizes.map((each) => ({ ...each, weight: each.name === prize ? 1_000_000 : 0 }))
    return { ...config, prizes }
  })
}

/** From now on the demo's packet holds `fen`. */
export async function packetOf(staff: StaffApi, fen: number): Promise<void> {
  await change<object>(staff, 'red-packet', '双11 天天拆红包', (config) => ({
    ...config,
    minFen: fen,
    maxFen: fen,
  }))
}

async function change<Config>(
  staff: StaffApi,
  type: string,
  name: string,
  to: (config: Config) => object,
): Promise<void> {
  const { items } = await staff.query<{ items: { id: string; name: string }[] }>('tools.list', { type })
  const id = items.find((tool) => tool.name === name)?.id
  if (!id) throw new Error(`the demo has no tool called ${name}`)
  const { revision, config } = await staff.query<{ revision: number; config: Config }>('tools.get', { id })
  await staff.mutate('tools.update', { id, revision, name, config: to(config) })
}
