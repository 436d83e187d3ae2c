import { AssetsScreen } from '@/src/screens/assets/assets-screen'
import { titled } from '../../titled'

export const generateMetadata = titled((words) => words.shell.assets)

export default function AssetsPage() {
  return <AssetsScreen />
}
