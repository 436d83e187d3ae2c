import { DemoScreen } from '@/src/screens/demo/demo-screen'
import { titled } from '../titled'

export const generateMetadata = titled((words) => words.demo.title)

export default function DemoPage() {
  return <DemoScreen />
}
