'use client'

import { CheckCircleFilled } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Modal } from 'antd'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { CopyLink } from '@/components/copy-link'
import { QrCode } from '@/components/qr-code'
import { type Failure, readFailure } from '@/src/client/failure'
import { useTRPC } from '@/src/client/trpc'
import { useFailureWords } from '@/src/client/use-failure-words'
import type { Finding } from '@/src/document'
import { useChecks, useFindings } from '../checks/checks-context'
import { FindingList } from '../checks/finding-list'
import { usePageIdentity } from '../page-identity'
import { usePageSaver, useSaving } from '../save/use-page-saver'
import { useEditor } from '../store/context'

interface PublishDialogProps {
  isOpen: boolean
  isPublished: boolean
  onPublished: () => void
  onClose: () => void
}

/** Says what publishing will do and what stands in its way, does it, and hands out the link. */
export function PublishDialog({ isOpen, isPublished, onPublished, onClose }: PublishDialogProps) {
  const t = useTranslations('editor.publish')
  const publishing = usePublishing(onPublished)

  function close() {
    publishing.reset()
    onClose()
  }

  return (
    <Modal
      open={isOpen}
      title={publishing.link ? null : t('title')}
      width={520}
      footer={null}
      closable={!publishing.isRunning}
      mask={{ closable: !publishing.isRunning }}
      keyboard={!publishing.isRunning}
      onCancel={close}
      destroyOnHidden
    >
      {publishing.link ? (
        <Published link={publishing.link} onClose={close} />
      ) : (
        <Confirmation publishing={publishing} isPublished={isPublished} onClose={close} />
      )}
    </Modal>
  )
}

type Publishing = ReturnType<typeof usePublishing>

/** Saves what is not saved, then publishes that very revision. */
function usePublishing(onPublished: () => void) {
  const { id, slug } = usePageIdentity()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const saver = usePageSaver()
  const { mutateAsync } = useMutation(trpc.pages.publish.mutationOptions({ networkMode: 'always' }))
  const [isRunning, setRunning] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [link, setLink] = useState<string>()

  async function publish() {
    setRunning(true)
    setFailure(undefined)
    try {
      const revision = await saver.save()
      // Why it could not be saved is told by the dialog of saving.
      if (revision === undefined) return
      const published = await mutateAsync({ id, revision })
      // Without a public address of its own the server answers a path.
      setLink(new URL(published.link || `/p/${slug}`, window.location.origin).href)
      onPublished()
      void queryClient.invalidateQueries(trpc.pages.pathFilter())
      void queryClient.invalidateQueries(trpc.overview.pathFilter())
    } catch (error) {
      setFailure(readFailure(error))
    } finally {
      setRunning(false)
    }
  }
  return {
    publish,
    isRunning,
    failure,
    link,
    reset: () => {
      setFailure(undefined)
      setLink(undefined)
    },
  }
}

interface ConfirmationProps {
  publishing: Publishing
  isPublished: boolean
  onClose: () => void
}

function Confirmation({ publishing, isPublished, onClose }: ConfirmationProps) {
  const t = useTranslations('editor.publish')
  const { sayFailure, sayRequestId } = useFailureWords()
  const { slug } = usePageIdentity()
  const { isDirty } = useSaving()
  const { failure, isRunning, publish } = publishing
  const checks = useChecks()
  // What was typed a moment ago counts, though the page has not rested since.
  useEffect(() => void checks.look(), [checks])
  const own = useFindings()
  const theirs =
    failure?.details.map(
      ({ code, path, params }): Finding => ({
        level: 'error',
        code,
        path: path ?? [],
        ...(params && { params }),
      }),
    ) ?? []
  const findings = [...theirs, ...own.filter((finding) => !theirs.some((other) => isSame(finding, other)))]
  const errors = findings.filter((finding) => finding.level === 'error')
  const warnings = findings.filter((finding) => finding.level !== 'error')
  const link = `${window.location.origin}/p/${slug}`

  return (
    <div className="pt-2">
      <p className="m-0 text-ink-soft">{t(isPublished ? 'again' : 'first')}</p>
      <p className="mt-1.5 mb-3 rounded-md bg-[#f4f3ee] px-3 py-2 font-mono text-[13px] break-all text-ink">
        {link}
      </p>
      <ul className="mt-0 mb-4 list-disc space-y-1 pl-5 text-[13px] leading-5 text-ink-faint">
        {isDirty && <li>{t('saveFirst')}</li>}
        <li>{t('frozen')}</li>
      </ul>
      {failure && (
        <Alert
          className="mb-3"
          type="error"
          role="alert"
          showIcon
          title={sayFailure(failure)}
          description={failure.details.length > 0 ? undefined : sayRequestId(failure)}
        />
      )}
      <div className="rounded-lg border border-solid border-line px-4 py-2.5">
        {findings.length === 0 ? (
          <p className="m-0 flex items-center gap-2 text-positive">
            <CheckCircleFilled />
            {t('noProblems')}
          </p>
        ) : (
          <>
            {errors.length > 0 && (
              <>
                <p className="m-0 font-medium text-negative">{t('blocked', { count: errors.length })}</p>
                <div className="max-h-72 overflow-y-auto">
                  <FindingList findings={errors} onGoTo={onClose} />
                </div>
              </>
            )}
            {warnings.length > 0 && (
              <>
                <p className={`m-0 font-medium text-caution ${errors.length > 0 ? 'mt-3' : ''}`}>
                  {t(errors.length > 0 ? 'moreWarnings' : 'warnings', { count: warnings.length })}
                </p>
                <div className="max-h-72 overflow-y-auto">
                  <FindingList findings={warnings} onGoTo={onClose} />
                </div>
              </>
            )}
          </>
        )}
      </div>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onClose} disabled={isRunning}>
          {t('cancel')}
        </Button>
        <Button
          type="primary"
          loading={isRunning}
          // What only the server knows is asked again: it may have been put right meanwhile.
          disabled={own.some((finding) => finding.level === 'error')}
          onClick={publish}
        >
          {t(warnings.length > 0 && errors.length === 0 ? 'confirmAnyway' : 'confirm')}
        </Button>
      </div>
    </div>
  )
}

function isSame(a: Finding, b: Finding): boolean {
  return a.code === b.code && a.path.join('.') === b.path.join('.')
}

function Published({ link, onClose }: { link: string; onClose: () => void }) {
  const t = useTranslations('editor.publish')
  const title = useEditor((state) => state.page.title)
  return (
    <div className="flex flex-col items-center pt-4 pb-1 text-center" role="status">
      <CheckCircleFilled className="text-[40px] text-[#2c8a4b]!" />
      <h2 className="mt-3 mb-0 text-lg font-semibold text-ink">{t('doneTitle')}</h2>
      <p className="mt-1 mb-5 text-ink-faint">{t('doneText')}</p>
      <div className="rounded-xl border border-solid border-line p-3">
        <QrCode link={link} title={title} size={168} />
      </div>
      <a
        href={link}
        target="_blank"
        rel="noreferrer"
        data-testid="published-link"
        className="mt-4 font-mono text-[13px] break-all text-brand"
      >
        {link}
      </a>
      <div className="mt-5 flex gap-2">
        <CopyLink link={link} />
        <Button href={link} target="_blank" rel="noreferrer">
          {t('openLink')}
        </Button>
        <Button type="primary" onClick={onClose}>
          {t('done')}
        </Button>
      </div>
    </div>
  )
}
