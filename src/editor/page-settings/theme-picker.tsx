'use client'

import { CheckOutlined } from '@ant-design/icons'
import { useTranslations } from 'next-intl'
import { ThemeName } from '@/schemas/page'
import { useEditor, useEditorStore } from '../store/context'

/** A glimpse of each theme: its ground, its brand from light to deep, its accent, its surface. */
const SWATCHES: Record<ThemeName, Swatch> = {
  'double-11': { ground: '#ffdeeb', brand: ['#e0116b', '#9c0a78'], accent: '#ffc53d', surface: '#ffffff' },
  spring: { ground: '#ffe3d3', brand: ['#dc2a1f', '#9b0f14'], accent: '#ffcf5c', surface: '#fffdfa' },
  christmas: { ground: '#dcefe4', brand: ['#16784a', '#0a4a2c'], accent: '#ff7a6b', surface: '#ffffff' },
  'member-day': { ground: '#12100c', brand: ['#f6dfae', '#cf9f52'], accent: '#b5251d', surface: '#1f1b14' },
  fresh: { ground: '#e6f3ee', brand: ['#0d8059', '#075e41'], accent: '#ffb020', surface: '#ffffff' },
}

interface Swatch {
  ground: string
  brand: [light: string, deep: string]
  accent: string
  surface: string
}

/** The page's theme, as cards that show its colours. */
export function ThemePicker() {
  const store = useEditorStore()
  const t = useTranslations('editor')
  const theme = useEditor((state) => state.page.theme)
  return (
    <div role="radiogroup" aria-label={t('inspector.theme')} className="grid grid-cols-2 gap-2">
      {ThemeName.options.map((name) => {
        const { ground, brand, accent, surface } = SWATCHES[name]
        const isChosen = name === theme
        return (
          <label
            key={name}
            className={`relative block cursor-pointer overflow-hidden rounded-lg border border-solid focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-brand ${
              isChosen ? 'border-brand shadow-[0_0_0_1px_#0f6b63]' : 'border-line hover:border-[#b9bfb9]'
            }`}
          >
            <input
              type="radio"
              name="theme"
              className="sr-only"
              checked={isChosen}
              onChange={() =>
                store.change({
                  operation: { kind: 'setPage', patch: { theme: name } },
                  name: { verb: 'setPage', part: 'theme' },
                })
              }
            />
            <span aria-hidden="true" className="block h-16 px-2.5 pt-2" style={{ background: ground }}>
              <span
                className="flex h-7 items-center justify-end rounded-t-md px-2"
                style={{ background: `linear-gradient(120deg, ${brand.join(', ')})` }}
              >
                <span className="h-2.5 w-2.5 rounded-full" style={{ background: accent }} />
              </span>
              <span className="flex h-7 items-center px-2" style={{ background: surface }}>
                <span className="h-2 w-8 rounded-full" style={{ background: brand[1] }} />
              </span>
            </span>
            <span className="block px-2.5 py-1.5 text-[13px] leading-5 text-ink">
              {t(`themes.${name}`)}
              <span className="block text-xs leading-4 text-ink-faint">{t(`themeHints.${name}`)}</span>
            </span>
            {isChosen && (
              <CheckOutlined className="absolute right-2.5 bottom-3 text-brand" aria-hidden="true" />
            )}
          </label>
        )
      })}
    </div>
  )
}
