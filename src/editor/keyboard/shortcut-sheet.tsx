'use client'

import { Modal } from 'antd'
import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { COMMAND_GROUPS, commandSpecs } from './editor-commands'
import { Keys } from './keys'

/** Every shortcut there is, as the keyboard of this computer names them. */
export function ShortcutSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('editor.keyboard')
  return (
    <Modal open={isOpen} title={t('sheetTitle')} width={760} footer={null} onCancel={onClose} destroyOnHidden>
      <p className="mt-0 mb-4 text-[13px] text-ink-faint">{t('sheetHint')}</p>
      <div className="columns-2 gap-10">
        {COMMAND_GROUPS.map((group) => {
          const specs = commandSpecs.filter((spec) => spec.group === group && spec.keys.length > 0)
          if (specs.length === 0) return null
          return (
            <section key={group} className="mb-5 break-inside-avoid" aria-label={t(`groups.${group}`)}>
              <h3 className="mt-0 mb-1.5 text-[13px] leading-5 font-semibold text-ink">
                {t(`groups.${group}`)}
              </h3>
              <dl className="m-0">
                {specs.map(({ id, keys }) => (
                  <div key={id} className="flex min-h-8 items-center justify-between gap-4">
                    <dt className="text-[13px] text-ink-soft">{t(`commands.${id}`)}</dt>
                    <dd className="m-0 flex items-center gap-1.5 text-xs text-ink-faint">
                      {keys.map((each, index) => (
                        <Fragment key={each}>
                          {index > 0 && t('or')}
                          <Keys keys={each} />
                        </Fragment>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </Modal>
  )
}
