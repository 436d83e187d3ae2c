'use client'

import { useCallback } from 'react'
import { useClipboard } from '../clipboard/use-clipboard'
import { useEditor, useEditorStore } from '../store/context'
import { useSayResult } from '../use-say-result'
import { CommandPalette } from './command-palette'
import type { EditorCommand } from './editor-commands'
import { focusInspector } from './focus-home'
import { MoveDialog } from './move-dialog'
import { perform } from './perform'
import { ShortcutSheet } from './shortcut-sheet'
import { useFocusKeeper } from './use-focus-keeper'
import { useShortcuts } from './use-shortcuts'

interface KeyboardRoomProps {
  save: () => void
  publish: () => void
}

/** All that can be told to the editor without a pointer: keys, the command palette, what they open. */
export function KeyboardRoom({ save, publish }: KeyboardRoomProps) {
  const store = useEditorStore()
  const dialog = useEditor((state) => state.dialog)
  const clipboard = useClipboard()
  const say = useSayResult()

  const run = useCallback(
    (command: EditorCommand) => {
      const { selectedId, mode } = store.getState()
      switch (command) {
        case 'commands':
        case 'shortcuts':
        case 'add':
        case 'history':
          store.setState({ dialog: command })
          return
        case 'moveTo':
          if (selectedId !== null) store.setState({ dialog: command })
          return
        case 'save':
          return save()
        case 'publish':
          return publish()
        case 'edit':
          return focusInspector('field')
        case 'rename':
          return focusInspector('name')
        case 'preview':
          store.setState({ mode: mode === 'preview' ? 'edit' : 'preview' })
          return
        case 'pageSettings':
          store.select(null)
          // The inspector shows them at the next frame.
          requestAnimationFrame(() => focusInspector('field'))
          return
        case 'copy':
        case 'cut':
        case 'paste':
          return clipboard[command]()
        default:
          say(perform(store, command))
      }
    },
    [store, clipboard, save, publish, say],
  )
  useShortcuts(run)
  useFocusKeeper()

  const close = () => store.setState({ dialog: null })
  return (
    <>
      {(dialog === 'commands' || dialog === 'add') && (
        <CommandPalette isForAdding={dialog === 'add'} run={run} onClose={close} />
      )}
      {dialog === 'moveTo' && <MoveDialog onClose={close} />}
      <ShortcutSheet isOpen={dialog === 'shortcuts'} onClose={close} />
    </>
  )
}
