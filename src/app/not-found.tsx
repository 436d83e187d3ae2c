import { NotFoundScreen } from '@/src/screens/shell/not-found-screen'

export default function NotFound() {
  return <NotFoundScreen />
}
