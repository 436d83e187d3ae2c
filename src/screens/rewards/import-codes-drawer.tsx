'use client'

import { FileTextOutlined, InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Drawer, Input, Progress, Segmented, Upload } from 'antd'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import type { Failure } from '@/src/client/failure'
import { FailureAlert } from '@/src/client/failure-alert'
import { ImportResult } from './import-result'
import { useImportCodes } from './use-import-codes'

interface ImportCodesDrawerProps {
  reward: { id: string; title: string }
  isOpen: boolean
  onClose: () => void
}

type Source = 'file' | 'text'

/** Takes a partner's codes, from a file or pasted, and tells what became of each line. */
export function ImportCodesDrawer({ reward, isOpen, onClose }: ImportCodesDrawerProps) {
  const t = useTranslations('rewards.codes')
  return (
    <Drawer
      open={isOpen}
      size={560}
      title={t('title', { title: reward.title })}
      onClose={onClose}
      destroyOnHidden
      styles={{ wrapper: { maxWidth: '100vw' }, body: { padding: 0 } }}
    >
      <Importing key={reward.id} reward={reward} onClose={onClose} />
    </Drawer>
  )
}

function Importing({ reward, onClose }: Omit<ImportCodesDrawerProps, 'isOpen'>) {
  const t = useTranslations('rewards.codes')
  const { state, start, reset } = useImportCodes(reward.id)
  const [source, setSource] = useState<Source>('file')
  const [file, setFile] = useState<File>()
  const [text, setText] = useState('')
  const isRunning = state.phase === 'running'
  const chosen = source === 'file' ? file : text.trim() && new Blob([text], { type: 'text/plain' })

  if (state.phase === 'done') {
    return (
      <Frame
        actions={
          <>
            <Button
              onClick={() => {
                setFile(undefined)
                setText('')
                reset()
              }}
            >
              {t('more')}
            </Button>
            <Button type="primary" onClick={onClose}>
              {t('done')}
            </Button>
          </>
        }
      >
        <ImportResult result={state.result} />
      </Frame>
    )
  }
  return (
    <Frame
      actions={
        <>
          <Button onClick={onClose}>{t(isRunning ? 'leave' : 'cancel')}</Button>
          <Button
            type="primary"
            loading={isRunning}
            disabled={!chosen}
            onClick={() => chosen && start(chosen)}
          >
            {t('import')}
          </Button>
        </>
      }
    >
      {state.phase === 'failed' && <ImportFailure failure={state.failure} />}
      <p className="mt-0 mb-4 text-ink-soft">{t('text')}</p>
      <Segmented<Source>
        block
        className="mb-4!"
        value={source}
        disabled={isRunning}
        onChange={setSource}
        options={[
          { value: 'file', label: t('fromFile') },
          { value: 'text', label: t('fromText') },
        ]}
      />
      {source === 'file' ? (
        <CodesFile file={file} isDisabled={isRunning} onChange={setFile} />
      ) : (
        <CodesText text={text} isDisabled={isRunning} onChange={setText} />
      )}
      {isRunning && (
        <div className="mt-4" role="status">
          <Progress percent={Math.round(state.sent * 100)} showInfo={false} status="active" />
          <p className="m-0 text-[13px] text-ink-soft">{t(state.sent < 1 ? 'sending' : 'writing')}</p>
        </div>
      )}
    </Frame>
  )
}

function Frame({ actions, children }: { actions: React.ReactNode; children: React.ReactNode }) {
  return (
    <div className="flex h-full flex-col">
      <div className="flex-1 overflow-y-auto px-6 pt-5 pb-4">{children}</div>
      <div className="flex justify-end gap-2 border-t border-line px-6 py-3">{actions}</div>
    </div>
  )
}

interface SourceProps {
  isDisabled: boolean
}

function CodesFile({
  file,
  isDisabled,
  onChange,
}: SourceProps & { file: File | undefined; onChange: (file: File) => void }) {
  const t = useTranslations('rewards.codes')
  return (
    <Upload.Dragger
      accept=".txt,.csv,text/plain,text/csv"
      height={200}
      multiple={false}
      showUploadList={false}
      disabled={isDisabled}
      beforeUpload={(next) => {
        onChange(next)
        return false
      }}
    >
      <span className="block text-3xl text-brand">{file ? <FileTextOutlined /> : <InboxOutlined />}</span>
      <span className="mt-2 block font-medium">{file ? file.name : t('drop')}</span>
      <span className="mt-1 block text-[13px] text-ink-faint">
        {file ? t('size', { size: Math.max(1, Math.round(file.size / 1024)) }) : t('fileHint')}
      </span>
    </Upload.Dragger>
  )
}

function CodesText({
  text,
  isDisabled,
  onChange,
}: SourceProps & { text: string; onChange: (text: string) => void }) {
  const t = useTranslations('rewards.codes')
  const id = useId()
  const lines = text.split('\n').filter((line) => line.trim() !== '').length
  return (
    <>
      <label htmlFor={id} className="mb-1.5 block">
        {t('paste')}
      </label>
      <Input.TextArea
        id={id}
        className="font-mono!"
        rows={12}
        spellCheck={false}
        disabled={isDisabled}
        placeholder={'VIP-7F2K-93QA\nVIP-8M4D-11XC'}
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
      <p className="mt-1.5 mb-0 text-[13px] text-ink-faint" aria-live="polite">
        {t('lines', { lines })}
      </p>
    </>
  )
}

function ImportFailure({ failure }: { failure: Failure }) {
  const t = useTranslations('rewards.codes')
  const [detail] = failure.details
  if (detail?.code === 'too_many_lines') {
    return <Alert className="mb-5!" type="error" role="alert" showIcon title={t('tooMany')} />
  }
  if (failure.code === 'unsupported_media') {
    return <Alert className="mb-5!" type="error" role="alert" showIcon title={t('notText')} />
  }
  return <FailureAlert failure={failure} />
}
