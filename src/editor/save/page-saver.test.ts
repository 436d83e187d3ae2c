import { TRPCClientError } from '@trpc/client'
import { describe, expect, test } from 'vitest'
import type { PageDefinition } from '@/schemas/page'
import { newPage } from '@/src/document'
import { countingIds, definitions } from '@/src/document/test-widgets'
import { insertWidget } from '../store/commands'
import { createEditorStore } from '../store/editor-store'
import { readDraft, writeDraft } from './local-draft'
import { createPageSaver, lastStepOf, saveStateOf } from './page-saver'

/** A server with one page, and an editor of it. */
function aWorld() {
  const store = createEditorStore({
    page: newPage({ title: '页面', locale: 'zh-CN' }),
    definitions,
    newId: countingIds(),
  })
  const server = { revision: 1, definition: store.getState().page as PageDefinition, requests: 0 }
  let failure: Error | undefined
  const saver = createPageSaver(
    store,
    {
      save: async (revision, page) => {
        server.requests++
        await Promise.resolve()
        if (failure) throw failure
        if (revision !== server.revision) throw refusal('conflict')
        server.revision++
        server.definition = page
        return { revision: server.revision, savedAt: '2026-11-11T00:00:00.000Z' }
      },
      read: async () => server,
    },
    1,
  )
  return {
    store,
    server,
    saver,
    edit: () => insertWidget(store, 'leaf', { parent: null, index: 0 }),
    state: () => saveStateOf(saver.getState(), lastStepOf(store)),
    failWith: (error: Error | undefined) => {
      failure = error
    },
  }
}

function refusal(code: string): Error {
  return TRPCClientError.from({
    error: { message: code, code: -32_000, data: { code, requestId: 'r', details: [] } },
  })
}

describe('saving', () => {
  test('unsaved, saving, saved; undoing back to what was saved is saved again', async () => {
    const { edit, saver, state, store } = aWorld()
    expect(state()).toBe('saved')
    edit()
    expect(state()).toBe('unsaved')
    const saving = saver.save()
    await Promise.resolve()
    expect(state()).toBe('saving')
    expect(await saving).toBe(2)
    expect(state()).toBe('saved')
    edit()
    expect(state()).toBe('unsaved')
    store.undo()
    expect(state()).toBe('saved')
    store.undo()
    expect(state()).toBe('unsaved')
  })

  test('saving what is saved asks nothing of the server', async () => {
    const { saver, server } = aWorld()
    expect(await saver.save()).toBe(1)
    expect(server.requests).toBe(0)
  })

  test('an edit during a save is not lost: the next save sends it', async () => {
    const { edit, saver, server, state } = aWorld()
    edit()
    const first = saver.save()
    await Promise.resolve()
    edit()
    const second = saver.save()
    expect(await first).toBe(2)
    expect(await second).toBe(3)
    expect(server.definition.root).toHaveLength(2)
    expect(state()).toBe('saved')
  })

  test('typing after a save is a step of its own, so undo does not go past what was saved', async () => {
    const { saver, store, state, edit } = aWorld()
    edit()
    const name = { verb: 'setProp', block: { type: 'leaf' }, prop: 'text' } as const
    const type = (text: string) =>
      store.change({ operation: { kind: 'setProps', id: 'n1', props: { text } }, name, mergeKey: 'n1:text' })
    type('a')
    await saver.save()
    type('ab')
    expect(state()).toBe('unsaved')
    store.undo()
    expect(store.getState().page.blocks.n1?.props.text).toBe('a')
    expect(state()).toBe('saved')
  })

  test('offline keeps everything, and the next attempt sends it', async () => {
    const { edit, failWith, saver, server, state, store } = aWorld()
    edit()
    failWith(new TRPCClientError('Failed to fetch'))
    expect(await saver.save()).toBeUndefined()
    expect(state()).toBe('offline')
    expect(store.getState().page.root).toHaveLength(1)
    failWith(undefined)
    expect(await saver.save()).toBe(2)
    expect(server.definition.root).toHaveLength(1)
  })

  test("somebody else's version is never replaced unasked", async () => {
    const { edit, saver, server, state } = aWorld()
    server.revision = 5
    edit()
    expect(await saver.save()).toBeUndefined()
    expect(state()).toBe('conflict')
    expect(server.definition.root).toHaveLength(0)
    expect(await saver.overwrite()).toBe(6)
    expect(state()).toBe('saved')
  })

  test('their version can be taken instead', async () => {
    const { edit, saver, server, state, store } = aWorld()
    server.revision = 5
    server.definition = { ...server.definition, title: '别人的' }
    edit()
    await saver.save()
    await saver.takeTheirs()
    expect(store.getState().page.title).toBe('别人的')
    expect(state()).toBe('saved')
    edit()
    expect(await saver.save()).toBe(6)
  })

  test('a restored draft is unsaved until it is saved', async () => {
    const { saver, state, store } = aWorld()
    saver.adopt({ ...store.getState().page, title: '草稿' })
    expect(state()).toBe('unsaved')
    await saver.save()
    expect(state()).toBe('saved')
  })
})

describe('a draft in the browser', () => {
  const storage = () => {
    const kept = new Map<string, string>()
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    }
  }
  const page = newPage({ title: '草稿', locale: 'zh-CN' })

  test('comes back as it was', () => {
    const kept = storage()
    expect(writeDraft(kept, 'page_1', { revision: 3, at: 7, page })).toBe(true)
    expect(readDraft(kept, 'page_1', definitions)).toEqual({ revision: 3, at: 7, page })
    expect(readDraft(kept, 'page_2', definitions)).toBeUndefined()
  })

  test.each(['garbage', '{}', '{"revision":1,"at":1,"page":{"title":"x"}}', 'null'])(
    'is not trusted: %s',
    (text) => {
      const kept = storage()
      kept.setItem('ziggurat.draft.page_1', text)
      expect(readDraft(kept, 'page_1', definitions)).toBeUndefined()
    },
  )

  test('a browser without room is no error', () => {
    const full = {
      ...storage(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    expect(writeDraft(full, 'page_1', { revision: 1, at: 1, page })).toBe(false)
  })
})
