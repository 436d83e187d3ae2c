'use client'

import { useQuery } from '@tanstack/react-query'
import { Spin } from 'antd'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useState } from 'react'
import { useUnsavedGuard } from '@/components/use-unsaved-guard'
import { FailureState } from '@/src/client/failure-state'
import { type StaffOutput, useTRPC } from '@/src/client/trpc'
import { migratePage } from '@/src/document'
import { definitions } from '@/widgets/registry.definitions.gen'
import { Announcer } from './announcer'
import { CanvasPane } from './canvas/canvas-pane'
import { ChecksProvider } from './checks/checks-context'
import { ChecksPanel } from './checks/checks-panel'
import { DragArea } from './drag/drag-area'
import { Inspector } from './inspector/inspector'
import type { ToolDrawer } from './inspector/tool-drawer'
import { KeyboardRoom } from './keyboard/keyboard-room'
import { LeftPane } from './left-pane/left-pane'
import { PageIdentityProvider } from './page-identity'
import { PublishDialog } from './publish/publish-dialog'
import { DraftNotice } from './save/draft-notice'
import { SaveFailure } from './save/save-failure'
import { PageSaverProvider, useNewPageSaver, useSaving } from './save/use-page-saver'
import { EditorStoreProvider, useEditor } from './store/context'
import { createEditorStore } from './store/editor-store'
import { newBlockId } from './store/new-block-id'
import { newTabId } from './tab-id'
import { SaveTemplateDialog } from './templates/save-template-dialog'
import { TopBar } from './top-bar/top-bar'

interface PageEditorProps {
  pageId: string
  /** The form that makes a tool on the spot. */
  ToolDrawer: ToolDrawer
}

/** The page editor, full screen. Loads the page once; from then on the editor's copy is the one. */
export function PageEditor({ pageId, ToolDrawer }: PageEditorProps) {
  const trpc = useTRPC()
  const t = useTranslations('editor')
  const page = useQuery(
    trpc.pages.get.queryOptions(
      { id: pageId },
      // Asked for anew each time the editor opens, and never behind the back of who edits.
      { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnMount: 'always' },
    ),
  )
  if (page.error && !page.data) {
    return (
      <main className="flex h-dvh items-center justify-center bg-plaster">
        <FailureState error={page.error} onRetry={() => page.refetch()} />
      </main>
    )
  }
  if (!page.data) {
    return (
      <main className="flex h-dvh items-center justify-center bg-plaster" aria-busy="true">
        <Spin size="large" description={t('loading')} />
      </main>
    )
  }
  return <LoadedEditor key={pageId} page={page.data} ToolDrawer={ToolDrawer} />
}

type LoadedPage = StaffOutput['pages']['get']

function LoadedEditor({ page, ToolDrawer }: { page: LoadedPage; ToolDrawer: ToolDrawer }) {
  const [store] = useState(() =>
    createEditorStore({
      page: migratePage(page.definition, definitions).page,
      definitions,
      newId: newBlockId,
    }),
  )
  const [tabId] = useState(newTabId)
  const [slug, setSlug] = useState(page.slug)
  const identity = useMemo(
    () => ({ id: page.id, tabId, slug, campaign: page.campaign, setSlug }),
    [page.id, page.campaign, tabId, slug],
  )
  return (
    <PageIdentityProvider value={identity}>
      <EditorStoreProvider value={store}>
        <SavingEditor page={page} ToolDrawer={ToolDrawer} />
      </EditorStoreProvider>
    </PageIdentityProvider>
  )
}

function SavingEditor({ page, ToolDrawer }: { page: LoadedPage; ToolDrawer: ToolDrawer }) {
  const saver = useNewPageSaver(page)
  return (
    <PageSaverProvider value={saver}>
      <ChecksProvider>
        <Workbench
          saver={saver}
          isPublishedAtFirst={page.publishedVersion !== null}
          ToolDrawer={ToolDrawer}
        />
      </ChecksProvider>
    </PageSaverProvider>
  )
}

interface WorkbenchProps {
  saver: ReturnType<typeof useNewPageSaver>
  isPublishedAtFirst: boolean
  ToolDrawer: ToolDrawer
}

/** Three panes under a bar: what can be placed, the phone, what can be set. */
function Workbench({ saver, isPublishedAtFirst, ToolDrawer }: WorkbenchProps) {
  const isPreview = useEditor((state) => state.mode === 'preview')
  const { isDirty } = useSaving()
  const [isPublishing, setPublishing] = useState(false)
  const [isPublished, setPublished] = useState(isPublishedAtFirst)
  const save = useCallback(() => void saver.save(), [saver])
  useUnsavedGuard(isDirty)
  const publish = useCallback(() => setPublishing(true), [])

  return (
    <main className="flex h-dvh flex-col overflow-hidden bg-plaster">
      <TopBar onPublish={publish} />
      <DragArea>
        <div className="flex min-h-0 flex-1">
          {!isPreview && <LeftPane />}
          <div className="flex min-w-0 flex-1 flex-col pt-6">
            <CanvasPane />
          </div>
          {!isPreview && <ChecksPanel />}
          {!isPreview && <Inspector ToolDrawer={ToolDrawer} />}
        </div>
      </DragArea>
      <PublishDialog
        isOpen={isPublishing}
        isPublished={isPublished}
        onPublished={() => setPublished(true)}
        onClose={() => setPublishing(false)}
      />
      <SaveFailure />
      <DraftNotice />
      <SaveTemplateDialog />
      <KeyboardRoom save={save} publish={publish} />
      <Announcer />
    </main>
  )
}
