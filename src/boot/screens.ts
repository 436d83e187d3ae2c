import type { IncomingMessage, ServerResponse } from 'node:http'

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/** The console's screens, drawn by Next. Loaded late: without the console role it never is. */
export async function createScreens(): Promise<Handler> {
  const { default: next } = await import('next')
  // The package's types are CommonJS's, where the function is the module itself.
  const create = next as unknown as typeof import('next').default
  const screens = create({ dev: false, dir: process.cwd() })
  await screens.prepare()
  return screens.getRequestHandler()
}
