import { TRPCClientError } from '@trpc/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { PageDefinition } from '@/schemas/page'
import { newBlock, newPage } from '@/src/document'
import { countingIds, definitions, leaf } from '@/src/document/test-widgets'
import { insertWidget } from '../store/commands'
import { createEditorStore } from '../store/editor-store'
import { startAutosave } from './autosave'
import { keepDraft } from './keep-draft'
import { type DraftStorage, findLeftDrafts, type LocalDraft } from './local-draft'
import { createPageSaver, lastStepOf, saveStateOf } from './page-saver'

/** A server with one page. */
function aServer() {
  const first = newPage({ title: '页面', locale: 'zh-CN' })
  return {
    revision: 1,
    definition: first as PageDefinition,
    requests: 0,
    keeps: [] as (string | undefined)[],
    failure: undefined as Error | undefined,
  }
}

/** An editor of the server's page. */
function anEditor(server = aServer(), prefix = 'n') {
  const store = createEditorStore({ page: server.definition, definitions, newId: countingIds(prefix) })
  const saver = createPageSaver(
    store,
    {
      save: async (revision, page, keep) => {
        server.requests++
        await Promise.resolve()
        if (server.failure) throw server.failure
        if (revision !== server.revision) throw refusal('conflict')
        server.revision++
        server.definition = page
        server.keeps.push(keep)
        return { revision: server.revision, savedAt: '2026-11-11T00:00:00.000Z' }
      },
      read: async () => {
        if (server.failure) throw server.failure
        return { revision: server.revision, definition: server.definition }
      },
    },
    { revision: server.revision, definition: server.definition },
  )
  const text = (id: string, value: string) =>
    store.change({
      operation: { kind: 'setProps', id, props: { text: value } },
      name: { verb: 'setProp', block: { type: 'leaf' }, prop: 'text' },
      mergeKey: `${id}:text`,
    })
  return {
    store,
    server,
    saver,
    text,
    edit: () => insertWidget(store, 'leaf', { parent: null, index: 0 }),
    state: () => saveStateOf(saver.getState(), lastStepOf(store)),
    textOf: (id: string) => store.getState().page.blocks[id]?.props.text,
  }
}

function refusal(code: string): Error {
  return TRPCClientError.from({
    error: { message: code, code: -32_000, data: { code, requestId: 'r', details: [] } },
  })
}
const noNetwork = () => new TRPCClientError('Failed to fetch')

describe('saving', () => {
  test('unsaved, saving, saved; undoing back to what was saved is saved again', async () => {
    const { edit, saver, state, store } = anEditor()
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
    const { saver, server } = anEditor()
    expect(await saver.save()).toBe(1)
    expect(server.requests).toBe(0)
  })

  test('an edit during a save is not lost: the next save sends it', async () => {
    const { edit, saver, server, state } = anEditor()
    edit()
    const first = saver.autosave()
    await Promise.resolve()
    edit()
    await first
    await saver.autosave()
    expect(server.definition.root).toHaveLength(2)
    expect(state()).toBe('saved')
  })

  test('a save that was asked for ends a run of typing, saving by itself does not', async () => {
    const { saver, store, text, state, edit, textOf } = anEditor()
    edit()
    text('n1', 'a')
    await saver.autosave()
    text('n1', 'ab')
    expect(state()).toBe('unsaved')
    await saver.save()
    text('n1', 'abc')
    store.undo()
    expect(textOf('n1')).toBe('ab')
    expect(state()).toBe('saved')
    store.undo()
    expect(textOf('n1')).toBe('')
  })

  test('offline keeps everything, and the next attempt sends it', async () => {
    const { edit, saver, server, state, store } = anEditor()
    edit()
    server.failure = noNetwork()
    expect(await saver.save()).toBeUndefined()
    expect(state()).toBe('offline')
    expect(store.getState().page.root).toHaveLength(1)
    server.failure = undefined
    expect(await saver.save()).toBe(2)
    expect(server.definition.root).toHaveLength(1)
  })
})

describe('two editors of one page', () => {
  test('the second to save has both, as one step that can be undone', async () => {
    const server = aServer()
    const [mine, theirs] = [anEditor(server, 'm'), anEditor(server, 't')]
    theirs.edit()
    await theirs.saver.autosave()
    mine.edit()
    expect(await mine.saver.autosave()).toBe(3)
    expect([...server.definition.root].sort()).toEqual(['m1', 't1'])
    expect(mine.state()).toBe('saved')
    expect(mine.saver.getState().clash).toBeUndefined()
    expect(mine.store.undo()?.name).toEqual({ verb: 'merge' })
    expect(mine.store.getState().page.root).toEqual(['m1'])
    expect(mine.store.undo()?.name).toMatchObject({ verb: 'insert' })
  })

  test('one who changed nothing takes over what was saved, and has nothing to save', async () => {
    const server = aServer()
    const [mine, theirs] = [anEditor(server, 'm'), anEditor(server, 't')]
    theirs.edit()
    await theirs.saver.autosave()
    await mine.saver.catchUp(2)
    expect(mine.store.getState().page.root).toEqual(['t1'])
    expect(mine.state()).toBe('saved')
    expect(server.requests).toBe(1)
  })

  test('what both changed stays mine, is told, keeps theirs as a version, and can be decided', async () => {
    const server = aServer()
    const first = anEditor(server)
    first.edit()
    await first.saver.save()
    const [mine, theirs] = [anEditor(server, 'm'), anEditor(server, 't')]
    theirs.text('n1', '他的')
    await theirs.saver.autosave()
    mine.text('n1', '我的')
    await mine.saver.autosave()
    expect(server.definition.blocks.n1?.props.text).toBe('我的')
    expect(server.keeps.at(-1)).toBe('conflict')
    expect(mine.saver.getState().clash?.conflicts).toMatchObject([
      { kind: 'value', id: 'n1', mine: '我的', theirs: '他的' },
    ])
    expect(mine.saver.decide(new Map([[0, 'theirs']]))).toEqual({ ok: true })
    expect(mine.textOf('n1')).toBe('他的')
    expect(mine.saver.getState().clash).toBeUndefined()
    expect(mine.state()).toBe('unsaved')
    mine.store.undo()
    expect(mine.textOf('n1')).toBe('我的')
  })

  test('theirs, taken away by an undo, is kept as a version', async () => {
    const server = aServer()
    const [mine, theirs] = [anEditor(server, 'm'), anEditor(server, 't')]
    theirs.edit()
    await theirs.saver.autosave()
    mine.edit()
    await mine.saver.autosave()
    expect(server.keeps).toEqual([undefined, undefined])
    mine.store.undo()
    await mine.saver.autosave()
    expect(server.definition.root).toEqual(['m1'])
    expect(server.keeps.at(-1)).toBe('conflict')
  })

  test('two pages too long to be one are told apart: mine stays, theirs is kept as a version', async () => {
    const server = aServer()
    const [mine, theirs] = [anEditor(server, 'm'), anEditor(server, 't')]
    const fill = ({ store }: typeof mine) => {
      const blocks = Array.from({ length: 2_600 }, () => newBlock(leaf, store.newId()).blocks)
      const fragment = { roots: blocks.flatMap(Object.keys), blocks: Object.assign({}, ...blocks) }
      const operation = { kind: 'insert' as const, fragment, at: { parent: null, index: 0 } }
      expect(store.change({ operation, name: { verb: 'merge' } })).toEqual({ ok: true })
    }
    fill(theirs)
    await theirs.saver.autosave()
    fill(mine)
    expect(await mine.saver.save()).toBe(3)
    expect(mine.saver.getState().clash?.conflicts).toMatchObject([{ kind: 'page' }])
    expect(server.keeps).toEqual([undefined, 'conflict'])
    expect(server.definition.root[0]).toBe('m1')
  })

  test('somebody who saves all the time is met again and again, but not for ever', async () => {
    const server = aServer()
    const mine = anEditor(server)
    mine.edit()
    const save = mine.saver.autosave()
    const stop = mine.saver.subscribe(() => undefined)
    // Every read finds a later revision than the save after it meets.
    Object.defineProperty(server, 'revision', { get: () => server.requests + 100, set: () => undefined })
    expect(await save).toBeUndefined()
    stop()
    expect(server.requests).toBe(5)
    expect(mine.store.getState().page.root).toEqual(['n1'])
  })
})

describe('saving by itself', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('within a second of the last change, once for a run of them', async () => {
    const { store, saver, server, edit } = anEditor()
    const stop = startAutosave(store, saver)
    for (let n = 0; n < 5; n++) {
      edit()
      await vi.advanceTimersByTimeAsync(200)
    }
    expect(server.requests).toBe(0)
    await vi.advanceTimersByTimeAsync(800)
    expect(server.requests).toBe(1)
    expect(server.definition.root).toHaveLength(5)
    stop()
  })

  test('somebody who never pauses is saved all the same', async () => {
    const { store, saver, server, edit } = anEditor()
    const stop = startAutosave(store, saver)
    for (let n = 0; n < 60; n++) {
      edit()
      await vi.advanceTimersByTimeAsync(300)
    }
    expect(server.requests).toBeGreaterThan(0)
    stop()
  })

  test('tries again, ever more slowly, until the network is back', async () => {
    const { store, saver, server, edit, state } = anEditor()
    const stop = startAutosave(store, saver)
    server.failure = noNetwork()
    edit()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(state()).toBe('offline')
    expect(server.requests).toBeGreaterThan(4)
    expect(server.requests).toBeLessThan(9)
    server.failure = undefined
    await vi.advanceTimersByTimeAsync(30_000)
    expect(state()).toBe('saved')
    stop()
  })

  test('what the server refuses is not sent again until something changes', async () => {
    const { store, saver, server, edit, state } = anEditor()
    const stop = startAutosave(store, saver)
    server.failure = refusal('page_invalid')
    edit()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(server.requests).toBe(1)
    expect(state()).toBe('failed')
    server.failure = undefined
    edit()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(state()).toBe('saved')
    stop()
  })
})

/** A browser's storage that outlives its tabs. */
function aBrowser() {
  const kept = new Map<string, unknown>()
  const keyOf = (key: { pageId: string; tabId: string }) => `${key.pageId} ${key.tabId}`
  const storage: DraftStorage = {
    write: async (draft) => void kept.set(keyOf(draft), structuredClone(draft)),
    remove: async (key) => void kept.delete(keyOf(key)),
    list: async () => [...kept.values()],
  }
  const find = (living: string[] = []) =>
    findLeftDrafts(storage, {
      staffId: 's',
      pageId: 'p',
      living: new Set(living),
      now: Date.now(),
      definitions,
    })
  return { kept, storage, find }
}
const tab = (tabId: string) => ({ staffId: 's', pageId: 'p', tabId })

describe('what is not saved is kept in the browser', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('within a second, however long somebody types, and is gone once it is saved', async () => {
    const browser = aBrowser()
    const { store, saver, edit, text } = anEditor()
    const keeper = keepDraft(store, saver, browser.storage, tab('one'))
    edit()
    for (let n = 0; n < 10; n++) {
      text('n1', `第${n}`)
      await vi.advanceTimersByTimeAsync(100)
    }
    await vi.advanceTimersByTimeAsync(400)
    const [draft] = await browser.find()
    expect(draft?.page.blocks.n1?.props.text).toBe('第9')
    expect(draft?.base.root).toEqual([])
    await saver.save()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await browser.find()).toEqual([])
    keeper.stop()
  })

  test('a tab about to go writes at once', async () => {
    const browser = aBrowser()
    const { store, saver, edit } = anEditor()
    const keeper = keepDraft(store, saver, browser.storage, tab('one'))
    edit()
    expect(browser.kept.size).toBe(0)
    await keeper.flush()
    expect(browser.kept.size).toBe(1)
  })

  test('two tabs keep theirs apart, and one that is open looks after its own', async () => {
    const browser = aBrowser()
    for (const id of ['one', 'two']) {
      const { store, saver, edit } = anEditor()
      const keeper = keepDraft(store, saver, browser.storage, tab(id))
      edit()
      await keeper.flush()
      await vi.advanceTimersByTimeAsync(5)
    }
    expect((await browser.find()).map((draft) => draft.tabId)).toEqual(['one', 'two'])
    expect((await browser.find(['one'])).map((draft) => draft.tabId)).toEqual(['two'])
  })

  test('a killed tab’s work goes together with what was saved since, and is saved', async () => {
    const browser = aBrowser()
    const server = aServer()
    const killed = anEditor(server, 'k')
    const keeper = keepDraft(killed.store, killed.saver, browser.storage, tab('killed'))
    killed.edit()
    await keeper.flush()
    const other = anEditor(server, 'o')
    other.edit()
    await other.saver.save()

    const next = anEditor(server, 'x')
    const [draft] = (await browser.find()) as [LocalDraft]
    expect(next.saver.bringIn({ base: draft.base, page: draft.page, title: '草稿' })).toEqual({ ok: true })
    expect([...next.store.getState().page.root].sort()).toEqual(['k1', 'o1'])
    expect(next.state()).toBe('unsaved')
    await next.saver.save()
    expect([...server.definition.root].sort()).toEqual(['k1', 'o1'])
    next.store.undo()
    expect(next.store.getState().page.root).toEqual(['o1'])
  })

  test.each([['garbage'], [{}], [null], [{ ...tab('one'), at: 1, base: {}, page: { title: 'x' } }]])(
    'what lies there is not trusted: %j',
    async (found) => {
      const browser = aBrowser()
      browser.kept.set('p one', found)
      expect(await browser.find()).toEqual([])
    },
  )

  test('a browser that keeps nothing is no error, and months-old drafts are let go', async () => {
    const refuse = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
    const storage: DraftStorage = { write: refuse, remove: refuse, list: refuse }
    const { store, saver, edit } = anEditor()
    const keeper = keepDraft(store, saver, storage, tab('one'))
    edit()
    await keeper.flush()
    const none = { staffId: 's', pageId: 'p', living: new Set<string>(), now: Date.now(), definitions }
    expect(await findLeftDrafts(storage, none)).toEqual([])

    const browser = aBrowser()
    const { page } = store.getState()
    await browser.storage.write({ ...tab('old'), base: page, page, at: Date.now() })
    await vi.advanceTimersByTimeAsync(31 * 24 * 60 * 60 * 1_000)
    expect(await browser.find()).toEqual([])
    expect(browser.kept.size).toBe(0)
  })
})
