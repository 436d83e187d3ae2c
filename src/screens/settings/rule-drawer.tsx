'use client'

import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { useLocale, useTranslations } from 'next-intl'
import { type CheckTerms, DRAW_RULE_PARTS, type DrawRulePart } from '@/schemas/check-rule'
import { readFailure } from '@/src/client/failure'
import { useTRPCClient } from '@/src/client/trpc'
import { useFailureWords } from '@/src/client/use-failure-words'
import { findWords } from '@/src/document'
import { consoleMessages } from '@/widgets/registry.definitions.gen'
import { FormDrawer } from '../form-drawer'
import { type CheckRuleRow, useRefreshRules } from './check-rule-row'
import { readWordLines, toWordLines } from './word-lines'

interface Values {
  words?: string
  skips?: string[]
  /** Yuan of a prize, KB of anything else. */
  limit?: number
  parts?: Record<DrawRulePart, string[]>
  note?: string
}

const MOST_WORDS = 1_000
const FEN_PER_YUAN = 100

/** Edits what a rule looks for: its words and where they may stand, its limit, its phrases. */
export function RuleDrawer(props: { rule: CheckRuleRow; isOpen: boolean; onClose: () => void }) {
  const { rule, isOpen, onClose } = props
  const { kind, level, revision, terms } = rule
  const t = useTranslations('settings.checks')
  const client = useTRPCClient()
  const refresh = useRefreshRules()
  const { message } = App.useApp()
  const unit = kind === 'prize_above_limit' ? FEN_PER_YUAN : 1

  async function save({ words, skips, limit, parts, note = '' }: Values) {
    const next: CheckTerms = {
      ...(terms.words && { words: readWordLines(words ?? '') }),
      ...(terms.skips && { skips: skips ?? [] }),
      ...(terms.limit !== undefined && { limit: Math.round((limit ?? 0) * unit) }),
      ...(terms.parts && { parts: parts ?? terms.parts }),
    }
    await client.checkRules.save.mutate({ kind, revision, level, terms: next, note })
    await refresh()
    void message.success(t('saved'))
    onClose()
  }

  return (
    <FormDrawer<Values>
      isOpen={isOpen}
      title={t(`kinds.${kind}.name`)}
      submitLabel={t('save')}
      initialValues={{
        words: toWordLines(terms.words ?? []),
        skips: terms.skips,
        limit: terms.limit === undefined ? undefined : terms.limit / unit,
        parts: terms.parts as Values['parts'],
        note: rule.note,
      }}
      fieldOf={(path) => (path[0] === 'terms' ? path.slice(1, 2) : path)}
      onSubmit={save}
      onClose={onClose}
    >
      <p className="mt-0 mb-5 text-[13px] leading-5 text-ink-soft">{t(`kinds.${kind}.text`)}</p>
      {terms.words && <WordsField />}
      {terms.skips && <SkipsField />}
      {terms.limit !== undefined && (
        <Form.Item
          name="limit"
          label={t('form.limit')}
          rules={[{ required: true, message: t('form.limitRequired') }]}
        >
          <InputNumber
            min={1}
            max={10_000_000}
            precision={0}
            className="w-48!"
            suffix={unit === FEN_PER_YUAN ? t('form.yuan') : 'KB'}
          />
        </Form.Item>
      )}
      {terms.parts &&
        DRAW_RULE_PARTS.map((part) => (
          <Form.Item key={part} name={['parts', part]} label={t(`parts.${part}`)} extra={t('form.partHint')}>
            <Select
              mode="tags"
              open={false}
              suffixIcon={null}
              maxCount={50}
              tokenSeparators={['、', ',', '，']}
            />
          </Form.Item>
        ))}
      <Form.Item name="note" label={t('form.note')}>
        <Input maxLength={200} placeholder={t('form.notePlaceholder')} />
      </Form.Item>
      {rule.changed && <ResetButton rule={rule} onDone={onClose} />}
    </FormDrawer>
  )
}

/** The list as text, and beside it a text to try it with before it is saved. */
function WordsField() {
  const t = useTranslations('settings.checks.form')
  const lines = Form.useWatch<string | undefined>('words')
  return (
    <>
      <Form.Item
        name="words"
        label={t('words')}
        extra={t('wordsHint')}
        rules={[
          {
            validator: async (_, text: string = '') => {
              const words = readWordLines(text)
              if (words.length > MOST_WORDS) throw new Error(t('tooMany', { most: MOST_WORDS }))
              const long = words.find(({ word, except }) =>
                [word, ...except].some((each) => each.length > 40),
              )
              if (long) throw new Error(t('tooLong', { word: long.word.slice(0, 20) }))
            },
          },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 10, maxRows: 18 }} className="font-mono text-[13px]!" />
      </Form.Item>
      <TryList lines={lines ?? ''} />
    </>
  )
}

function TryList({ lines }: { lines: string }) {
  const t = useTranslations('settings.checks')
  const text = Form.useWatch<string | undefined>('tried') ?? ''
  const found = findWords(text, readWordLines(lines))
  return (
    <Form.Item
      name="tried"
      label={t('try.list')}
      preserve={false}
      extra={
        text.trim() === '' ? undefined : (
          <span aria-live="polite">
            {found.length > 0 ? t('try.found', { words: found.join('、') }) : t('try.none')}
          </span>
        )
      }
    >
      <Input maxLength={500} placeholder={t('try.placeholder')} />
    </Form.Item>
  )
}

function SkipsField() {
  const t = useTranslations('settings.checks.form')
  const locale = useLocale()
  const options = Object.entries(consoleMessages).map(([value, messages]) => ({
    value,
    label: messages[locale].name,
  }))
  return (
    <Form.Item name="skips" label={t('skips')} extra={t('skipsHint')}>
      <Select
        mode="multiple"
        allowClear
        optionFilterProp="label"
        options={options}
        placeholder={t('skipsNone')}
      />
    </Form.Item>
  )
}

function ResetButton({ rule: { kind, revision }, onDone }: { rule: CheckRuleRow; onDone: () => void }) {
  const t = useTranslations('settings.checks')
  const client = useTRPCClient()
  const refresh = useRefreshRules()
  const { message, modal } = App.useApp()
  const { sayFailure } = useFailureWords()

  async function reset() {
    const isSure = await modal.confirm({
      title: t('reset'),
      content: t('resetText'),
      okText: t('reset'),
      cancelText: t('cancel'),
    })
    if (!isSure) return
    try {
      await client.checkRules.reset.mutate({ kind, revision })
      await refresh()
      void message.success(t('saved'))
      onDone()
    } catch (error) {
      void message.error(sayFailure(readFailure(error)))
    }
  }
  return (
    <Button type="link" className="px-0!" onClick={() => void reset()}>
      {t('reset')}
    </Button>
  )
}
