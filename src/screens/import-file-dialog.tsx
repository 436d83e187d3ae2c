'use client'

import { InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Modal, Spin, Upload } from 'antd'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { Failure } from '@/src/client/failure'
import { SendFileFailed, sendFile } from '@/src/client/send-file'
import { useFailureWords } from '@/src/client/use-failure-words'

/** Words of screens that take a file back row by row; their blocks of messages have the same names. */
type Words = 'payouts.import' | 'shipping.import'

type Stage<Results> =
  | { kind: 'choosing'; failure?: Failure }
  | { kind: 'running' }
  | { kind: 'done'; results: Results }

interface ImportFileProps<Results> {
  isOpen: boolean
  words: Words
  /** Where the file is sent; it answers `Results`. */
  path: string
  /** What to know beforehand, each a line. */
  hints: ReactNode[]
  /** What became of it. */
  children: (results: Results) => ReactNode
  /** Also after a failure: part of the file may have been taken. */
  onSent: () => Promise<unknown>
  onClose: () => void
}

const BROKEN: Failure = { code: 'internal', requestId: undefined, details: [] }

/** Takes a file that somebody else filled in, and tells what became of each row. */
export function ImportFileDialog<Results>(props: ImportFileProps<Results>) {
  const { isOpen, words, path, hints, children, onSent, onClose } = props
  const t = useTranslations(words as 'payouts.import')
  const [stage, setStage] = useState<Stage<Results>>({ kind: 'choosing' })

  async function start(file: File) {
    setStage({ kind: 'running' })
    try {
      const answer = await sendFile(path, file, {
        onProgress: () => {},
        signal: new AbortController().signal,
      })
      setStage({ kind: 'done', results: JSON.parse(answer) as Results })
    } catch (error) {
      setStage({ kind: 'choosing', failure: error instanceof SendFileFailed ? error.failure : BROKEN })
    }
    await onSent()
  }

  const reset = () => setStage({ kind: 'choosing' })
  const isRunning = stage.kind === 'running'
  return (
    <Modal
      open={isOpen}
      title={t('title')}
      width={stage.kind === 'done' ? 760 : 560}
      closable={!isRunning}
      keyboard={!isRunning}
      mask={{ closable: !isRunning }}
      onCancel={onClose}
      afterClose={reset}
      footer={
        stage.kind === 'done' ? (
          <>
            <Button onClick={reset}>{t('more')}</Button>
            <Button type="primary" onClick={onClose}>
              {t('close')}
            </Button>
          </>
        ) : (
          <Button disabled={isRunning} onClick={onClose}>
            {t('cancel')}
          </Button>
        )
      }
    >
      {stage.kind === 'done' && children(stage.results)}
      {stage.kind === 'running' && (
        <div className="flex flex-col items-center gap-4 py-12" role="status">
          <Spin />
          <span className="text-ink-soft">{t('running')}</span>
        </div>
      )}
      {stage.kind === 'choosing' && (
        <>
          <ImportFailure words={words} failure={stage.failure} />
          <ChooseFile words={words} hints={hints} onFile={(file) => void start(file)} />
        </>
      )}
    </Modal>
  )
}

interface ChooseFileProps {
  words: Words
  hints: ReactNode[]
  onFile: (file: File) => void
}

function ChooseFile({ words, hints, onFile }: ChooseFileProps) {
  const t = useTranslations(words as 'payouts.import')
  return (
    <>
      <Upload.Dragger
        accept=".csv,.txt"
        showUploadList={false}
        beforeUpload={(file) => {
          onFile(file)
          return Upload.LIST_IGNORE
        }}
      >
        <div className="flex flex-col items-center gap-1 py-4">
          <InboxOutlined className="text-3xl text-brand" />
          <p className="m-0 mt-2 text-ink">{t('choose')}</p>
          <p className="m-0 text-xs text-ink-faint">{t('limits')}</p>
        </div>
      </Upload.Dragger>
      <ul className="mt-4 mb-1 list-disc space-y-1 pl-5 text-[13px] text-ink-soft">
        {hints.map((hint, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change places.
          <li key={i}>{hint}</li>
        ))}
      </ul>
    </>
  )
}

/** What is wrong with the file itself, in words; anything else in those of every failure. */
function ImportFailure({ words, failure }: { words: Words; failure: Failure | undefined }) {
  const t = useTranslations(words as 'payouts.import')
  const { sayFailure, sayRequestId } = useFailureWords()
  if (!failure) return null
  const columnsOf = (code: string) =>
    failure.details
      .filter((detail) => detail.code === code)
      .map(({ params }) => t(`fileColumns.${String(params?.column) as 'reference'}`))
      .join('、')
  const missing = columnsOf('missing_column')
  const twice = columnsOf('column_twice')
  const title = () => {
    if (missing) return t('missingColumns', { columns: missing })
    if (twice) return t('columnsTwice', { columns: twice })
    if (failure.details.some(({ code }) => code === 'too_many_rows')) return t('tooManyRows')
    if (failure.code === 'too_large') return t('tooLarge')
    if (failure.code === 'unsupported_media') return t('unreadable')
    return sayFailure(failure)
  }
  const isOurs = failure.code === 'internal' || failure.code === 'busy'
  return (
    <Alert
      className="mb-4!"
      type="error"
      role="alert"
      showIcon
      title={title()}
      description={isOurs ? sayRequestId(failure) : undefined}
    />
  )
}
