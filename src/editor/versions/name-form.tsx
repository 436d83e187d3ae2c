'use client'

import { Button, Input } from 'antd'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { readFailure } from '@/src/client/failure'
import { useFailureWords } from '@/src/client/use-failure-words'

/** As long as the server takes. */
const MAX_NAME = 40

interface NameFormProps {
  initial?: string
  /** Answers whether it was done; the text is kept when it was not. */
  onSubmit: (name: string) => Promise<boolean>
  onCancel?: () => void
}

/** One line for a version's name. */
export function NameForm({ initial = '', onSubmit, onCancel }: NameFormProps) {
  const t = useTranslations('editor.versions')
  const { sayFailure } = useFailureWords()
  const [name, setName] = useState(initial)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function submit() {
    setBusy(true)
    setProblem(undefined)
    try {
      if (await onSubmit(name.trim())) setName(initial)
    } catch (error) {
      const failure = readFailure(error)
      const isFull = failure.details.some((detail) => detail.code === 'too_many_versions')
      setProblem(isFull ? t('tooMany') : sayFailure(failure))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '' && !isBusy) void submit()
      }}
    >
      <Input
        className="min-w-0 flex-1"
        aria-label={t('name')}
        placeholder={t('namePlaceholder')}
        maxLength={MAX_NAME}
        value={name}
        autoFocus={onCancel !== undefined}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !onCancel) return
          event.stopPropagation()
          onCancel()
        }}
      />
      <Button htmlType="submit" loading={isBusy} disabled={name.trim() === ''}>
        {t('save')}
      </Button>
      {onCancel && (
        <Button type="text" onClick={onCancel}>
          {t('cancel')}
        </Button>
      )}
      {problem && (
        <p role="alert" className="m-0 w-full text-[13px] text-negative">
          {problem}
        </p>
      )}
    </form>
  )
}
