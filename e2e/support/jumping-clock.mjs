/*
 * Loaded before the product (`node --import`), it lets a test set that process's clock while it runs:
 * on SIGUSR2 the file CLOCK_FILE is read, which holds by how many ms the clock shall be ahead.
 */
import { readFileSync } from 'node:fs'

const RealDate = Date
let aheadMs = 0

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, made) =>
    args.length === 0
      ? Reflect.construct(target, [RealDate.now() + aheadMs], made)
      : Reflect.construct(target, args, made),
  get: (target, name) => (name === 'now' ? () => RealDate.now() + aheadMs : Reflect.get(target, name)),
})

process.on('SIGUSR2', () => {
  aheadMs = Number(readFileSync(process.env.CLOCK_FILE, 'utf8'))
})
