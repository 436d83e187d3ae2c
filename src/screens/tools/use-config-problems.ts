'use client'

import { useLocale } from 'next-intl'
import { useCallback } from 'react'
import { type FieldProblem, useProblemWords } from '@/components/fields/use-problem-words'
import type { ErrorDetail } from '@/src/client/failure'
import { describeFields } from '@/widgets/kit/describe-fields'
import type { AnyToolDefinition } from '@/widgets/kit/tool'
import { consoleMessages } from '@/widgets/registry.definitions.gen'

/** What is wrong with a configuration, found here or told by the server, beside the fields. */
export function useConfigProblems(definition: AnyToolDefinition | undefined) {
  const locale = useLocale()
  const { sayProblem } = useProblemWords()

  const say = useCallback(
    (problems: readonly FieldProblem[]): Record<string, string> => {
      const errors: Record<string, string> = {}
      if (!definition) return errors
      const fields = describeFields(definition.config)
      const findings = consoleMessages[definition.type]?.[locale]?.findings
      for (const problem of problems) {
        // A code of the tool's own says more than what the schema found of its form.
        errors[problem.path.join('.')] ??= findings?.[problem.code] ?? sayProblem(problem, fields)
      }
      return errors
    },
    [definition, locale, sayProblem],
  )

  /** The messages of a configuration that cannot be saved; empty when it can. */
  const check = useCallback(
    (config: unknown): Record<string, string> => {
      const parsed = definition?.config.safeParse(config)
      if (!parsed) return {}
      if (parsed.success) return say(definition?.check?.(parsed.data) ?? [])
      return say(
        parsed.error.issues.map((issue) => ({
          code: issue.code === 'custom' ? issue.message : issue.code,
          path: issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key)),
        })),
      )
    },
    [definition, say],
  )

  /** The server's findings whose paths lead into `config`. */
  const fromServer = useCallback(
    (details: readonly ErrorDetail[]) =>
      say(
        details.flatMap(({ code, path }) => (path?.[0] === 'config' ? [{ code, path: path.slice(1) }] : [])),
      ),
    [say],
  )

  return { check, fromServer }
}
