import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Env } from '@/src/lib/env'
import {
  CANVAS_HEADERS,
  canvasDocument,
  createRuntimeHandler,
  loadPhoneAssets,
  PREVIEW_PATH,
  previewDocument,
  type RuntimeDeps,
} from '@/src/runtime'
import type { AppContext } from '@/src/services/context'
import { exchangeTicket, issueSession, MEMBER_COOKIE, MEMBER_SESSION_SECONDS } from '@/src/services/members'
import {
  presentBlocks,
  readMemberOfPage,
  readPageCampaign,
  readPublication,
  recordViews,
} from '@/src/services/publications'
import { closeStages, TESTER_COOKIE, visitPage, visitRewards } from '@/src/services/rehearsals'

/** What of the phone's side this process serves, and how to stop it. */
export interface PhoneSide {
  /** Answers the request and returns true; false when its path is not the phone's. */
  handle: (req: IncomingMessage, res: ServerResponse) => boolean
  close: () => Promise<void>
}

/**
 * The runtime role serves published pages. The console role alone serves what the editor's canvas
 * needs: the canvas document and the phone's scripts.
 */
export async function createPhoneSide(env: Env, ctx: AppContext): Promise<PhoneSide> {
  const assets = loadPhoneAssets(join(process.cwd(), 'public', 'h5'))
  const runtime = await createRuntimeHandler(depsOf(ctx, assets, loginUrlOf(env)))
  const isRuntime = env.ROLES.includes('runtime')
  const isConsole = env.ROLES.includes('console')
  const canvas = canvasDocument(assets, ctx.timeZone)
  const preview = previewDocument(assets, ctx.timeZone)

  return {
    handle: (req, res) => {
      const url = req.url ?? ''
      if (isConsole && url === '/canvas') {
        res.writeHead(200, { ...CANVAS_HEADERS, 'content-type': 'text/html; charset=utf-8' }).end(canvas)
        return true
      }
      if (isConsole && url.startsWith(PREVIEW_PATH)) {
        // The token is in the address: it must not go on to wherever the page leads.
        const headers = { ...CANVAS_HEADERS, 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' }
        res.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' }).end(preview)
        return true
      }
      return (isRuntime || url.startsWith('/assets/')) && runtime.handle(req, res)
    },
    close: async () => {
      await runtime.close()
      await closeStages(ctx)
    },
  }
}

/** The shop's own sign-in; in the demo, the page that plays the shop's app. */
function loginUrlOf(env: Env): string | undefined {
  const isDemoHere = env.DEMO && env.ROLES.includes('console')
  return env.MEMBER_LOGIN_URL ?? (isDemoHere ? '/demo?return=' : undefined)
}

function depsOf(ctx: AppContext, assets: RuntimeDeps['assets'], loginUrl: string | undefined): RuntimeDeps {
  return {
    assets,
    getPublication: (slug) => readPublication(ctx, slug),
    presentTools: (definition) => presentBlocks(ctx, definition, undefined),
    conditions: {
      cookie: MEMBER_COOKIE,
      readCampaign: (slug) => readPageCampaign(ctx, slug),
      readMember: (cookie, definition) => readMemberOfPage(ctx, cookie, definition),
    },
    exchangeTicket: async (ticket) => {
      const member = await exchangeTicket(ctx, ticket)
      return (
        member && {
          name: MEMBER_COOKIE,
          value: issueSession(ctx, member),
          maxAgeSeconds: MEMBER_SESSION_SECONDS,
        }
      )
    },
    rehearsals: {
      cookie: TESTER_COOKIE,
      visitPage: (visitor, slug) => visitPage(ctx, visitor, slug),
      visitRewards: (visitor) => visitRewards(ctx, visitor),
    },
    recordViews: (views) => recordViews(ctx, views),
    timeZone: ctx.timeZone,
    publicUrl: ctx.publicUrl,
    loginUrl,
    now: () => ctx.clock.now().getTime(),
    log: ctx.log,
  }
}
