import type { NextConfig } from 'next'

// Read when Next starts to report usage; there is no option for it.
process.env.NEXT_TELEMETRY_DISABLED = '1'

/** Everything that is not a screen is answered by the API process. */
const API_PATHS = ['/api', '/p', '/my', '/rehearsal', '/assets', '/canvas', '/schemas']

/**
 * Set in development, where Next and the API are two processes. In production one server hands
 * these paths to the API before Next sees them.
 */
const apiOrigin = process.env.API_ORIGIN

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  images: { unoptimized: true },
  // `npm test` checks the types of the whole project; checking here again doubles the build.
  typescript: { ignoreBuildErrors: true },
  rewrites: async () =>
    apiOrigin
      ? API_PATHS.flatMap((path) => [
          // By itself it is the screen of the library.
          ...(path === '/assets' ? [] : [{ source: path, destination: `${apiOrigin}${path}` }]),
          { source: `${path}/:rest*`, destination: `${apiOrigin}${path}/:rest*` },
        ])
      : [],
}

export default config
