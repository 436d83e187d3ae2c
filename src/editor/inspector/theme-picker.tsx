'use client'

import { CheckOutlined } from '@ant-design/icons'
import { useTranslations } from 'next-intl'
import { ThemeName } from '@/schemas/page'
import { useEditor, useEditorStore } from '../store/context'

/** A glimpse of each theme: its ground, its accent, its surface. */
const SWATCHES: Record<ThemeName, [ground: string, accent: string, surface: string]> = {
  'double-11': ['#c4104f', '#ffd889', '#fff6ea'],
  fresh: ['#eef3f1', '#17766c', '#ffffff'],
}

/** The page's theme, as cards that show its colours. */
export function ThemePicker() {
  const store = useEditorStore()
  const t = useTranslations('editor')
  const theme = useEditor((state) => state.page.theme)
  return (
    <div role="radiogroup" aria-label={t('inspector.theme')} className="grid grid-cols-2 gap-2">
      {ThemeName.options.map((name) => {
        const [ground, accent, surface] = SWATCHES[name]
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
            <span aria-hidden="true" className="flex h-14 items-end px-2.5" style={{ background: ground }}>
              <span
                className="flex h-9 flex-1 items-center rounded-t-md px-2"
                style={{ background: surface }}
              >
                <span className="h-2 w-8 rounded-full" style={{ background: accent }} />
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
