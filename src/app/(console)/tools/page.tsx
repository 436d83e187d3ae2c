import { ToolsScreen } from '@/src/screens/tools/tools-screen'
import { titled } from '../../titled'

export const generateMetadata = titled((words) => words.shell.tools)

export default function ToolsPage() {
  return <ToolsScreen />
}
