'use client'

import { App } from 'antd'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo } from 'react'
import { UploadFailed } from '@/components/fields/upload-failed'
import { useUploadImage } from '@/src/client/use-upload-image'
import { IMAGE } from '../assets/insert-image'
import { rememberPlace } from '../canvas/remember-place'
import { focusPlace } from '../keyboard/focus-place'
import { keyText } from '../keyboard/key-text'
import { followed } from '../keyboard/perform'
import type { ChangeResult } from '../store/change'
import { placeAfterSelection, removeBlocks } from '../store/commands'
import { useEditorStore } from '../store/context'
import type { EditorStore } from '../store/editor-store'
import { useWords } from '../words'
import { type ClipboardRefusal, readClipboard } from './clipboard-format'
import { copySelected, pasteBlocks, pasteImage, pasteText } from './paste-blocks'

/** Kept apart from the plain text, so that what is pasted into another program does not lose ours. */
const BLOCKS_TYPE = 'application/x-ziggurat+json'

/** What the command palette asks for; keys and menus of the browser come as events. */
interface ClipboardActions {
  copy: () => void
  cut: () => void
  paste: () => void
}

/** Blocks by the clipboard: within a page, to another page, and to another tab or window. */
export function useClipboard(): ClipboardActions {
  const store = useEditorStore()
  const { message } = App.useApp()
  const t = useTranslations('editor.clipboard')
  const { sayRefusal } = useWords()
  const uploadImage = useUploadImage()

  const actions = useMemo(() => {
    const warn = (content: string) => void message.warning({ key: 'clipboard', content })
    const refuse = (why: ClipboardRefusal) => warn(t(why))
    const say = (result: ChangeResult | undefined) => {
      followed(store, result)
      if (!result || result.ok) return
      // Whatever is wrong inside of what was pasted, its user did not write it.
      if (['invalid_fragment', 'invalid_props', 'invalid_block'].includes(result.code)) refuse('broken')
      else warn(sayRefusal(result) ?? t('broken'))
    }

    async function upload(file: File) {
      // Where it was pasted, whatever is moved or selected until it has arrived.
      const placeThen = rememberPlace(store.getState().page, placeAfterSelection(store, IMAGE))
      void message.loading({ key: 'clipboard', content: t('uploading'), duration: 0 })
      try {
        const { signal } = new AbortController()
        const image = await uploadImage(file, { onProgress: () => {}, signal })
        message.destroy('clipboard')
        say(pasteImage(store, image, placeThen(store.getState().page)))
      } catch (error) {
        if (!(error instanceof UploadFailed)) throw error
        warn(error.message)
      }
    }

    function paste(text: string, file?: File) {
      const isOnlyItsName = text.trim() === '' || text.trim() === file?.name
      if (file && isOnlyItsName) {
        if (file.type.startsWith('image/')) void upload(file)
        else warn(t('notAnImage'))
        return
      }
      const content = readClipboard(text, store.definitions)
      switch (content.kind) {
        case 'blocks':
          return say(pasteBlocks(store, content.fragment))
        case 'text':
          return say(pasteText(store, content.text))
        case 'nothing':
          return warn(t('nothing'))
        case 'refused':
          return refuse(content.why)
      }
    }

    /** Blocks are taken away only when they are safely on the clipboard. */
    function taken(count: number, isCut: boolean, ids: readonly string[]) {
      if (isCut) say(removeBlocks(store, ids, 'cut'))
      else void message.success({ key: 'clipboard', content: t('copied', { count }), duration: 2 })
    }

    return { warn, paste, taken, upload }
  }, [store, message, t, sayRefusal, uploadImage])

  useEffect(() => listen(store, actions), [store, actions])

  return useMemo(() => {
    async function take(isCut: boolean) {
      const copied = copySelected(store)
      if (!copied) return
      try {
        await navigator.clipboard.write([itemOf(copied.text)])
      } catch {
        actions.warn(t('useKeys', { keys: keyText(isCut ? 'Mod+X' : 'Mod+C') }))
        return
      }
      actions.taken(copied.ids.length, isCut, copied.ids)
    }
    return {
      copy: () => void take(false),
      cut: () => void take(true),
      paste: async () => {
        try {
          actions.paste(await navigator.clipboard.readText())
        } catch {
          actions.warn(t('useKeys', { keys: keyText('Mod+V') }))
        }
      },
    }
  }, [store, actions, t])
}

interface Takers {
  paste: (text: string, file?: File) => void
  taken: (count: number, isCut: boolean, ids: readonly string[]) => void
}

/** Takes what the browser's own copy, cut and paste mean while blocks have the focus. */
function listen(store: EditorStore, { paste, taken }: Takers): () => void {
  const onTake = (event: ClipboardEvent) => {
    const copied = isOurs(store) && !hasSelectedText() ? copySelected(store) : undefined
    if (!copied || !event.clipboardData) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', copied.text)
    event.clipboardData.setData(BLOCKS_TYPE, copied.text)
    taken(copied.ids.length, event.type === 'cut', copied.ids)
  }
  const onPaste = (event: ClipboardEvent) => {
    const { clipboardData } = event
    if (!isOurs(store) || !clipboardData) return
    event.preventDefault()
    const text = clipboardData.getData(BLOCKS_TYPE) || clipboardData.getData('text/plain')
    paste(text, clipboardData.files[0])
  }
  document.addEventListener('copy', onTake)
  document.addEventListener('cut', onTake)
  document.addEventListener('paste', onPaste)
  return () => {
    document.removeEventListener('copy', onTake)
    document.removeEventListener('cut', onTake)
    document.removeEventListener('paste', onPaste)
  }
}

/** Texts and dialogs have a clipboard of their own. */
function isOurs(store: EditorStore): boolean {
  const { mode, drag } = store.getState()
  const place = focusPlace(document.activeElement)
  return mode === 'edit' && !drag && place !== 'text' && place !== 'overlay'
}

function hasSelectedText(): boolean {
  const selection = window.getSelection()
  return selection !== null && !selection.isCollapsed && selection.toString().trim() !== ''
}

function itemOf(text: string): ClipboardItem {
  const own = `web ${BLOCKS_TYPE}`
  const knowsOwn = ClipboardItem.supports?.(own) ?? false
  return new ClipboardItem({ 'text/plain': text, ...(knowsOwn && { [own]: text }) })
}
