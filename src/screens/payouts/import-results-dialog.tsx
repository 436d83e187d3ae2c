'use client'

import { InboxOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Modal, Spin, Upload } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { PayoutResults } from '@/schemas/payout'
import type { Failure } from '@/src/client/failure'
import { SendFileFailed, sendFile } from '@/src/client/send-file'
import { useTRPC } from '@/src/client/trpc'
import { useFailureWords } from '@/src/client/use-failure-words'
import { ImportResult } from './import-result'

type Stage =
  | { kind: 'choosing'; failure?: Failure }
  | { kind: 'running' }
  | { kind: 'done'; results: PayoutResults }

const BROKEN: Failure = { code: 'internal', requestId: undefined, details: [] }

/** Takes the bank's answer and tells what became of each row. */
export function ImportResultsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('payouts.import')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [stage, setStage] = useState<Stage>({ kind: 'choosing' })

  async function start(file: File) {
    setStage({ kind: 'running' })
    try {
      const answer = await sendFile('/api/staff/payouts/results', file, {
        onProgress: () => {},
        signal: new AbortController().signal,
      })
      setStage({ kind: 'done', results: JSON.parse(answer) as PayoutResults })
    } catch (error) {
      setStage({ kind: 'choosing', failure: error instanceof SendFileFailed ? error.failure : BROKEN })
    }
    await queries.invalidateQueries(trpc.payouts.pathFilter())
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
      {stage.kind === 'done' && <ImportResult results={stage.results} />}
      {stage.kind === 'running' && (
        <div className="flex flex-col items-center gap-4 py-12" role="status">
          <Spin />
          <span className="text-ink-soft">{t('running')}</span>
        </div>
      )}
      {stage.kind === 'choosing' && (
        <>
          <ImportFailure failure={stage.failure} />
          <ChooseFile onFile={(file) => void start(file)} />
        </>
      )}
    </Modal>
  )
}

function ChooseFile({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations('payouts.import')
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
        <li>{t('columns')}</li>
        <li>{t('results')}</li>
        <li>{t('again')}</li>
      </ul>
    </>
  )
}

/** What is wrong with the file itself, in words; anything else in those of every failure. */
function ImportFailure({ failure }: { failure: Failure | undefined }) {
  const t = useTranslations('payouts.import')
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
