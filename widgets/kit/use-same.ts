import { useRef } from 'preact/hooks'

/** The value as it was first given, for as long as it reads the same: what hangs on it need not be drawn anew. */
export function useSame<T>(value: T): T {
  const kept = useRef(value)
  if (JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value
  return kept.current
}
