'use client'

import { WarningFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { FieldsForm } from '@/components/fields/fields-form'
import type { FieldDescription } from '@/schemas/field'
import type { PageSettings } from '@/schemas/page'
import { unreadablePairs } from '@/schemas/theme'
import { useEditor, useEditorStore } from '../store/context'
import { filled, usePageForm } from './use-page-form'

const COLOUR = { kind: 'colour' } as const
const TOKENS: FieldDescription[] = [
  ...['brand', 'accent', 'text', 'page', 'surface'].map((name) => ({ name, optional: true, field: COLOUR })),
  { name: 'radius', optional: true, field: { kind: 'number', unit: 'px', min: 0, max: 32, step: 2 } },
]

/** The shop's own colours and corners in place of the theme's, with what of it cannot be read. */
export function ThemeTokensForm() {
  const store = useEditorStore()
  const t = useTranslations('editor.pageSettings.tokens')
  const checks = useTranslations('editor.checks.pairs')
  const theme = useEditor((state) => state.page.theme)
  const settings = useEditor((state) => state.page.settings)
  const { tokens = {} } = settings
  const form = usePageForm(TOKENS, tokens, 'tokens', (next) => ({
    settings: withTokens(settings, filled(next)),
  }))
  const weak = useMemo(() => unreadablePairs(theme, tokens), [theme, tokens])
  const labels = {
    fields: {
      brand: t('brand'),
      accent: t('accent'),
      text: t('text'),
      page: t('page'),
      surface: t('surface'),
      radius: t('radius'),
    },
  }
  return (
    <>
      <p className="mt-0 mb-3 text-xs leading-[18px] text-ink-faint">{t('hint')}</p>
      {/* The fields are named as the document names them, so that findings lead to them. */}
      <TokenFields form={form} labels={labels} />
      {weak.map(({ pair, ratio }) => (
        <p
          key={pair}
          role="status"
          className="mt-3 mb-0 flex gap-2 rounded-md bg-caution-soft px-2.5 py-2 text-xs leading-[18px] text-caution"
        >
          <WarningFilled className="mt-[3px]" />
          <span>{t('weak', { pair: checks(pair), ratio: Math.floor(ratio * 100) / 100 })}</span>
        </p>
      ))}
      {Object.keys(tokens).length > 0 && (
        <Button
          type="link"
          size="small"
          className="mt-3 px-0!"
          onClick={() =>
            store.change({
              operation: { kind: 'setPage', patch: { settings: withTokens(settings, {}) } },
              name: { verb: 'setPage', part: 'tokens' },
            })
          }
        >
          {t('reset')}
        </Button>
      )}
    </>
  )
}

function TokenFields({
  form,
  labels,
}: {
  form: ReturnType<typeof usePageForm>
  labels: { fields: Record<string, string> }
}) {
  return (
    <div data-field="tokens">
      <FieldsForm {...form} labels={labels} isCompact />
    </div>
  )
}

function withTokens({ tokens: _, ...rest }: PageSettings, tokens: object): PageSettings {
  return Object.keys(tokens).length > 0 ? { ...rest, tokens } : rest
}
