/** @jsxImportSource preact */
import { useHost } from '../view'
import { answerText } from './answer-text'
import type { Answer } from './use-play'
import { useWhen } from './when-text'

/** How a tap ended, in words. */
export function AnswerText({ answer }: { answer: Answer }) {
  const host = useHost()
  return <>{answerText(host.locale, answer, useWhen(host.now()))}</>
}
