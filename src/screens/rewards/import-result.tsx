'use client'

import { CheckCircleFilled, InfoCircleFilled } from '@ant-design/icons'
import { useTranslations } from 'next-intl'
import type { ImportedCodes } from './use-import-codes'

const count = (value: number) => value.toLocaleString('zh-CN')

/** What became of the lines of an import. */
export function ImportResult({ result }: { result: ImportedCodes }) {
  const t = useTranslations('rewards.codes')
  const { added, invalid, invalidLines } = result
  const skipped = (['repeated', 'alreadyHere', 'elsewhere', 'invalid'] as const).filter(
    (name) => result[name] > 0,
  )
  return (
    <div role="status">
      <div className="flex items-center gap-3">
        {added > 0 ? (
          <CheckCircleFilled className="text-3xl text-positive" aria-hidden="true" />
        ) : (
          <InfoCircleFilled className="text-3xl text-caution" aria-hidden="true" />
        )}
        <div>
          <p className="m-0 text-lg leading-6 font-semibold">
            {added > 0 ? t('added', { added: count(added) }) : t('nothingAdded')}
          </p>
          <p className="m-0 text-[13px] text-ink-soft">
            {t('stockNow', { lines: count(result.lines), stock: count(result.stock) })}
          </p>
        </div>
      </div>
      {skipped.length > 0 && (
        <dl className="mt-5 mb-0 divide-y divide-line rounded-md border border-solid border-line">
          {skipped.map((name) => (
            <div key={name} className="flex items-baseline justify-between gap-4 px-4 py-2.5">
              <dt>
                {t(`skipped.${name}`)}
                <span className="block text-[13px] text-ink-faint">{t(`skippedText.${name}`)}</span>
              </dt>
              <dd className="m-0 font-semibold tabular-nums">{count(result[name])}</dd>
            </div>
          ))}
        </dl>
      )}
      {invalidLines.length > 0 && (
        <section className="mt-5">
          <h3 className="m-0 mb-1.5 text-[13px] font-medium text-ink-soft">{t('invalidTitle')}</h3>
          <ul className="m-0 list-none p-0 text-[13px] leading-6">
            {invalidLines.map(({ line, problem }) => (
              <li key={line} className="flex gap-3">
                <span className="w-20 flex-none text-ink-faint tabular-nums">{t('line', { line })}</span>
                <span>{t(`problems.${problem}`)}</span>
              </li>
            ))}
          </ul>
          {invalid > invalidLines.length && (
            <p className="m-0 text-[13px] text-ink-faint">
              {t('moreInvalid', { count: invalid - invalidLines.length })}
            </p>
          )}
        </section>
      )}
    </div>
  )
}
