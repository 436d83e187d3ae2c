'use client'

import { CrashedScreen } from '@/src/screens/shell/crashed-screen'

export default function Crashed({ retry }: { error: Error; retry: () => void }) {
  return <CrashedScreen onRetry={retry} />
}
