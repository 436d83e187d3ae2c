'use client'

import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/fields/fields-form'
import type { Values } from '@/components/fields/types'
import type { FieldDescription } from '@/schemas/field'
import type { PageDefinition } from '@/schemas/page'
import { renderImageLibrary } from '@/src/client/assets/render-image-library'
import { useUploadImage } from '@/src/client/use-upload-image'
import type { PagePatch } from '@/src/document'
import { useEditor, useEditorStore } from '../store/context'
import { Section } from './section'
import { ThemePicker } from './theme-picker'
import { useRefusableForm } from './use-refusable-form'

const BASICS: FieldDescription[] = [
  { name: 'title', optional: false, field: { kind: 'text', max: 60, multiline: false } },
]
const SHARE: FieldDescription[] = [
  { name: 'title', optional: false, field: { kind: 'text', max: 60, multiline: false } },
  { name: 'description', optional: false, field: { kind: 'text', max: 120, multiline: true } },
  { name: 'image', optional: false, field: { kind: 'image' } },
]
const BACKGROUND: FieldDescription[] = [{ name: 'background', optional: true, field: { kind: 'colour' } }]

/** What is set of the page itself. */
export function PageSettings() {
  const t = useTranslations('editor.inspector')
  const uploadImage = useUploadImage()
  const { title, share, settings } = useHead()
  const basics = usePageForm(BASICS, { title }, 'title', (next) => next)
  const card = usePageForm(SHARE, share, 'share', (next) => ({ share: next }))
  const background = usePageForm(BACKGROUND, { background: settings.background }, 'background', (next) => ({
    settings: { locale: settings.locale, ...next },
  }))

  return (
    <>
      <header className="border-0 border-b border-solid border-line px-4 py-3">
        <h2 className="m-0 text-[15px] leading-6 font-semibold text-ink">{t('pageTitle')}</h2>
        <p className="m-0 text-xs leading-5 text-ink-faint">{t('pageHint')}</p>
      </header>
      <Section>
        <FieldsForm {...basics} labels={{ fields: { title: t('title') } }} isCompact />
      </Section>
      <Section title={t('theme')}>
        <ThemePicker />
        <div className="mt-4">
          <FieldsForm {...background} labels={{ fields: { background: t('pageBackground') } }} isCompact />
        </div>
      </Section>
      <Section title={t('share')}>
        <FieldsForm
          {...card}
          labels={{
            fields: { title: t('shareTitle'), description: t('shareDescription'), image: t('shareImage') },
          }}
          isCompact
          uploadImage={uploadImage}
          renderImageLibrary={renderImageLibrary}
        />
      </Section>
    </>
  )
}

function useHead(): Pick<PageDefinition, 'title' | 'share' | 'settings'> {
  const title = useEditor((state) => state.page.title)
  const share = useEditor((state) => state.page.share)
  const settings = useEditor((state) => state.page.settings)
  return { title, share, settings }
}

function usePageForm(
  fields: readonly FieldDescription[],
  current: Values,
  part: 'title' | 'share' | 'background',
  toPatch: (next: Values) => Values,
) {
  const store = useEditorStore()
  return useRefusableForm(fields, current, (next, { path, isContinuous }) =>
    store.change({
      // Checked by the operation itself.
      operation: { kind: 'setPage', patch: toPatch(next) as PagePatch },
      name: { verb: 'setPage', part },
      mergeKey: isContinuous ? `page:${part}.${path.join('.')}` : undefined,
    }),
  )
}
