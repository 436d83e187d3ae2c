'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'

/**
 * A list's search and filters, kept in the URL so that a reload, the back button and a link sent
 * to a colleague show the same rows. An empty value is left out.
 */
export function useUrlFilters<Name extends string>(names: readonly Name[]) {
  const params = useSearchParams()
  const filters = Object.fromEntries(names.map((name) => [name, params.get(name) ?? ''])) as Record<
    Name,
    string
  >
  const isFiltered = names.some((name) => filters[name] !== '')

  const write = useCallback((change: (next: URLSearchParams) => void) => {
    const next = new URLSearchParams(window.location.search)
    change(next)
    const query = next.toString()
    // Next follows the history API, and no request is made for what only this screen reads.
    window.history.replaceState(null, '', query ? `?${query}` : window.location.pathname)
  }, [])

  const setFilter = useCallback(
    (name: Name, value: string | undefined) =>
      write((next) => (value ? next.set(name, value) : next.delete(name))),
    [write],
  )
  const clearFilters = useCallback(
    () =>
      write((next) => {
        for (const name of names) next.delete(name)
      }),
    [write, names],
  )
  return { filters, isFiltered, setFilter, clearFilters }
}
