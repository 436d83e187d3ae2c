'use client'

import { ArrowRightOutlined, CodeOutlined, MobileOutlined } from '@ant-design/icons'
import { useTranslations } from 'next-intl'
import { type ReactNode, useMemo, useState } from 'react'
import { WidgetIcon } from '../palette/widget-icon'
import { insertWidget, stepBlock } from '../store/commands'
import { useEditorStore } from '../store/context'
import { revealBlock } from '../store/reveal-block'
import { useSayResult } from '../use-say-result'
import { useWords } from '../words'
import { commandSpecs, type EditorCommand } from './editor-commands'
import { Keys } from './keys'
import { Overlay } from './overlay'
import { type PaletteEntry, paletteEntries } from './palette-entries'
import { followed } from './perform'
import { type OfferedPlace, offeredPlaces, standingOf } from './places'
import { recentEntries, rememberEntry } from './recent-entries'
import { type SearchItem, SearchList } from './search-list'

interface CommandPaletteProps {
  /** Asked for something to add: other entries are left out. */
  isForAdding: boolean
  run: (command: EditorCommand) => void
  onClose: () => void
}

/** Everything the editor can do, found by typing. Something to add is then asked where to. */
export function CommandPalette({ isForAdding, run, onClose }: CommandPaletteProps) {
  const store = useEditorStore()
  const t = useTranslations('editor.keyboard')
  const { widgetName } = useWords()
  const say = useSayResult()
  const [search, setSearch] = useState('')
  const [adding, setAdding] = useState<string>()
  const entries = useEntries(search, isForAdding)
  const places = useOfferedPlaces(adding, search)

  function choose(entry: PaletteEntry) {
    rememberEntry(entry.key)
    switch (entry.kind) {
      case 'command':
        onClose()
        run(entry.command)
        return
      case 'add': {
        const { page, selectedId } = store.getState()
        const [only, ...others] = offeredPlaces(page, store.definitions, selectedId, entry.type)
        setSearch('')
        if (others.length > 0) setAdding(entry.type)
        else if (only) add(entry.type, only)
        return
      }
      case 'goTo':
        onClose()
        store.select(entry.block.id)
        revealBlock(store, entry.block.id)
        return
      case 'width':
        onClose()
        store.setState({ deviceWidth: entry.width })
    }
  }

  function add(type: string, { at }: OfferedPlace) {
    onClose()
    say(followed(store, insertWidget(store, type, at)))
  }

  if (adding !== undefined) {
    const chosen = (
      <span className="flex h-7 items-center gap-1.5 rounded-md bg-brand-soft pr-2.5 pl-2 text-[13px] font-medium text-brand-deep">
        <WidgetIcon type={adding} size={16} />
        {widgetName(adding)}
      </span>
    )
    return (
      <Overlay label={t('addTo', { name: widgetName(adding) })} onClose={onClose}>
        <SearchList
          key="places"
          label={t('addTo', { name: widgetName(adding) })}
          placeholder={t('where')}
          prefix={chosen}
          search={search}
          onSearch={setSearch}
          items={places.items}
          empty={t('noPlace')}
          onBack={() => setAdding(undefined)}
          onChoose={(key) => {
            const place = places.byKey.get(key)
            if (place) add(adding, place)
          }}
        />
      </Overlay>
    )
  }
  return (
    <Overlay label={t(isForAdding ? 'addLabel' : 'paletteLabel')} onClose={onClose}>
      <SearchList
        key="entries"
        label={t(isForAdding ? 'addLabel' : 'paletteLabel')}
        placeholder={t(isForAdding ? 'addPlaceholder' : 'palettePlaceholder')}
        search={search}
        onSearch={setSearch}
        items={entries.items}
        empty={t('nothingFound', { search })}
        onChoose={(key) => {
          const entry = entries.byKey.get(key)
          if (entry) choose(entry)
        }}
      />
    </Overlay>
  )
}

function useEntries(search: string, isForAdding: boolean) {
  const store = useEditorStore()
  const t = useTranslations('editor.keyboard')
  const words = useWords()
  // The page stays as it is while the palette lies over it.
  const [{ page, selectedId, mode }] = useState(store.getState)
  const [recent] = useState(recentEntries)
  return useMemo(() => {
    const found = paletteEntries(search, {
      recent,
      state: { page, selectedId, definitions: store.definitions, isPreview: mode === 'preview' },
      words: {
        command: (command) => t(`commands.${command}`),
        add: (widget) => t('add', { name: widget }),
        goTo: (block) => t('goTo', { name: block }),
        width: (width) => t('width', { width }),
        widgetName: words.widgetName,
        widgetText: (type) => words.ofWidget(type)?.description ?? '',
        blockName: words.blockName,
        placeName: (of, id) => {
          const standing = standingOf(of, id)
          return standing ? t('standing', { ...standing, place: words.placeName(standing.place) }) : ''
        },
      },
    })
    const wanted = ({ kind }: PaletteEntry) => !isForAdding || kind === 'add'
    const isSearching = search.trim() !== ''
    const shown = [
      ...found.recent.filter(wanted).map((entry) => ({ entry, group: t('recent') })),
      ...found.others
        .filter(wanted)
        .map((entry) => ({ entry, group: isSearching ? undefined : t(`kinds.${entry.kind}`) })),
    ]
    return {
      byKey: new Map(shown.map(({ entry }) => [entry.key, entry])),
      items: shown.map(({ entry, group }) => ({
        key: entry.key,
        group,
        content: <Entry entry={entry} kind={isSearching ? t(`kinds.${entry.kind}`) : undefined} />,
      })),
    }
  }, [search, isForAdding, page, selectedId, mode, recent, store.definitions, words, t])
}

function Entry({ entry, kind }: { entry: PaletteEntry; kind: string | undefined }) {
  const keys =
    entry.kind === 'command' ? commandSpecs.find(({ id }) => id === entry.command)?.keys[0] : undefined
  return (
    <>
      <span className="flex w-5 shrink-0 justify-center text-ink-faint">{iconOf(entry)}</span>
      <span className="min-w-0 truncate">{entry.label}</span>
      {entry.kind === 'goTo' && entry.detail && (
        <span className="min-w-0 truncate text-xs text-ink-faint">{entry.detail}</span>
      )}
      <span className="ml-auto flex shrink-0 items-center gap-3 pl-3 text-xs text-ink-soft">
        {kind}
        {keys && <Keys keys={keys} />}
      </span>
    </>
  )
}

function iconOf(entry: PaletteEntry): ReactNode {
  switch (entry.kind) {
    case 'command':
      return <CodeOutlined />
    case 'add':
      return <WidgetIcon type={entry.type} size={18} />
    case 'goTo':
      return <ArrowRightOutlined />
    case 'width':
      return <MobileOutlined />
  }
}

function useOfferedPlaces(type: string | undefined, search: string) {
  const store = useEditorStore()
  const t = useTranslations('editor.keyboard')
  const { blockName, placeName } = useWords()
  return useMemo(() => {
    const { page, selectedId } = store.getState()
    const offered = type === undefined ? [] : offeredPlaces(page, store.definitions, selectedId, type)
    const named = offered.map((place, index) => {
      const name =
        place.how === 'inside' && place.block && place.at.parent !== null
          ? placeName({ ...stepBlock(page, place.block.id), slot: place.at.slot })
          : place.block
            ? blockName(place.block)
            : ''
      return { key: String(index), place, label: t(`places.${place.how}`, { name }) }
    })
    const found = named.filter(({ label }) => label.toLowerCase().includes(search.trim().toLowerCase()))
    return {
      byKey: new Map(found.map(({ key, place }) => [key, place])),
      items: found.map(({ key, label }): SearchItem => ({ key, content: label })),
    }
  }, [store, type, search, blockName, placeName, t])
}
