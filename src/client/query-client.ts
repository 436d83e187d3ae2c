import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { readFailure } from './failure'

const STALE_MS = 10_000

/**
 * The console's cache. `onSignedOut` is called whenever the server says that nobody is signed in,
 * whichever request found out.
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (readFailure(error).code === 'unauthenticated') onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: STALE_MS,
        // Only what may pass by itself is worth asking again.
        retry: (count, error) => count < 2 && ['offline', 'busy'].includes(readFailure(error).code),
      },
    },
  })
}
