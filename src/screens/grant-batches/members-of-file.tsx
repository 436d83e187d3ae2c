'use client'

import { DownloadOutlined, InboxOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Spin, Upload } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ImportedMembers } from '@/schemas/grant-batch'
import type { Failure } from '@/src/client/failure'
import { FailureAlert } from '@/src/client/failure-alert'
import { SendFileFailed, sendFile } from '@/src/client/send-file'
import { useTRPC } from '@/src/client/trpc'
import { toCsv } from '../grants/csv'
import { saveFile } from '../grants/save-file'
import type { Batch } from './batch'
import { ImportedList } from './imported-list'

type Stage =
  | { kind: 'choosing'; failure?: Failure }
  | { kind: 'running' }
  | { kind: 'done'; result: ImportedMembers }

const BROKEN: Failure = { code: 'internal', requestId: undefined, details: [] }

/** A file that names the members, and what every other row of it is. */
export function MembersOfFile({ batch }: { batch: Batch }) {
  const t = useTranslations('grantBatches.file')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [stage, setStage] = useState<Stage>({ kind: 'choosing' })

  async function start(file: File) {
    setStage({ kind: 'running' })
    try {
      const answer = await sendFile(`/api/staff/grant-batches/${batch.id}/members`, file, {
        onProgress: () => {},
        signal: new AbortController().signal,
      })
      setStage({ kind: 'done', result: ImportedMembers.parse(JSON.parse(answer)) })
    } catch (error) {
      setStage({ kind: 'choosing', failure: error instanceof SendFileFailed ? error.failure : BROKEN })
    }
    await queries.invalidateQueries(trpc.grantBatches.pathFilter())
  }

  return (
    <>
      {stage.kind === 'choosing' && <FileFailure failure={stage.failure} />}
      {stage.kind === 'done' && <ImportedList result={stage.result} />}
      {stage.kind === 'running' ? (
        <div className="flex items-center justify-center gap-3 py-14" role="status">
          <Spin />
          <span className="text-ink-soft">{t('sending')}</span>
        </div>
      ) : (
        <Upload.Dragger
          accept=".csv,.txt,text/csv,text/plain"
          height={190}
          showUploadList={false}
          multiple={false}
          beforeUpload={(file) => {
            void start(file)
            return Upload.LIST_IGNORE
          }}
        >
          <InboxOutlined className="text-3xl text-brand" />
          <p className="mt-2 mb-0 text-ink">{t('drop')}</p>
          <p className="mx-auto mt-1 mb-0 max-w-md text-[13px] text-ink-faint">{t('hint')}</p>
        </Upload.Dragger>
      )}
      <div className="mt-3 flex justify-end">
        <Button type="link" size="small" icon={<DownloadOutlined />} onClick={saveTemplate}>
          {t('template')}
        </Button>
      </div>
    </>
  )

  function saveTemplate() {
    saveFile(`${t('templateName')}.csv`, toCsv([t('templateHead').split(',')]), 'text/csv')
  }
}

/** What is wrong with the file itself, in words of its own. */
function FileFailure({ failure }: { failure: Failure | undefined }) {
  const t = useTranslations('grantBatches.file')
  if (!failure) return null
  const own =
    failure.code === 'unsupported_media' ? 'notText' : failure.code === 'too_large' ? 'tooLarge' : undefined
  return own ? (
    <Alert className="mb-4!" type="error" role="alert" showIcon title={t(own)} />
  ) : (
    <FailureAlert failure={failure} />
  )
}
