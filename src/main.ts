import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { createApi } from '@/src/api/app'
import { startJobs } from '@/src/jobs/start'
import { type Env, readEnv } from '@/src/lib/env'
import { createScriptScale, renderCheck } from '@/src/runtime'
import { banner } from './boot/banner'
import { bootContext } from './boot/context'
import { addFirstData } from './boot/first-data'
import { drain, listen } from './boot/listen'
import { createPhoneSide } from './boot/phone-side'
import { createScreens } from './boot/screens'

/**
 * Paths the Hono application answers; published pages come before it, screens after. `/assets` by
 * itself is the screen of the library.
 */
const API_PATHS = /^\/(?:(?:api|schemas|healthz|readyz)(?:[/?]|$)|assets\/)/

/** Boots the roles this process has, and answers how to stop it again. */
async function start(env: Env): Promise<() => Promise<void>> {
  const has = (role: Env['ROLES'][number]) => env.ROLES.includes(role)
  const booted = await bootContext(env, {
    checkRendering: renderCheck,
    scriptBytes: createScriptScale(join(process.cwd(), 'public', 'h5')),
  })
  const { ctx, auth } = booted
  await addFirstData(booted, env)

  const api = getRequestListener(
    createApi({
      ctx,
      auth,
      trustedProxies: env.TRUSTED_PROXIES,
      isReady: () =>
        ctx.db.assertReady().then(
          () => true,
          () => false,
        ),
    }).fetch,
  )
  const phone = await createPhoneSide(env, ctx)
  // In development Next runs beside this process, so that a change here does not restart it.
  const screens = has('console') && env.NODE_ENV !== 'development' ? await createScreens() : undefined
  ctx.decisions.start()
  const stopJobs = has('worker') ? startJobs(ctx) : async () => {}

  const { server, port } = await listen(
    (req, res) => {
      if (phone.handle(req, res)) return
      const answer = !screens || API_PATHS.test(req.url ?? '/') ? api(req, res) : screens(req, res)
      answer.catch((err) => {
        ctx.log.error({ err }, 'a request could not be answered')
        res.destroy()
      })
    },
    env.PORT,
    env.HOST,
  )
  console.log(await banner(env, port))

  return async () => {
    await drain(server)
    await stopJobs()
    await phone.close()
    await ctx.combiner.drain()
    await ctx.decisions.stop()
    await ctx.db.close()
  }
}

try {
  const stop = await start(readEnv())
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // Whoever presses Ctrl-C twice means now.
      if (isStopping && signal === 'SIGINT') process.exit(1)
      if (isStopping) return
      isStopping = true
      stop().then(
        () => process.exit(0),
        (error) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
} catch (error) {
  console.error(`Ziggurat cannot start: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
