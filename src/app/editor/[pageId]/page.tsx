import { SessionGate } from '@/src/client/session'
import { PageEditor } from '@/src/editor/page-editor'
import { ToolFormDrawer } from '@/src/screens/tools/tool-form-drawer'

/** The page editor, in a window of its own: the console's frame would take its room. */
export default async function EditorPage({ params }: { params: Promise<{ pageId: string }> }) {
  const { pageId } = await params
  return (
    <SessionGate fallback={null}>
      <PageEditor pageId={pageId} ToolDrawer={ToolFormDrawer} />
    </SessionGate>
  )
}
