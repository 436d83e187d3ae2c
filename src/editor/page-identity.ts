'use client'

import { createContext, useContext } from 'react'

/** What the server knows of the edited page besides its definition. */
export interface PageIdentity {
  id: string
  slug: string
  /** Names this editor among all that have the page open. */
  tabId: string
  campaign: { id: string; name: string } | null
  /** The page was given another link. */
  setSlug: (slug: string) => void
}

const Context = createContext<PageIdentity | undefined>(undefined)

export const PageIdentityProvider = Context.Provider

export function usePageIdentity(): PageIdentity {
  const identity = useContext(Context)
  if (!identity) throw new Error('usePageIdentity was called outside a page editor')
  return identity
}
