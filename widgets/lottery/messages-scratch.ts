import type { ByLocale } from '../kit/messages'

interface ScratchMessages {
  scratchHere: string
  revealing: string
  reveal: string
}

const zh: ScratchMessages = {
  scratchHere: '刮开涂层 试试手气',
  revealing: '揭晓中…',
  reveal: '一键刮开',
}

const en: ScratchMessages = {
  scratchHere: 'Scratch to try your luck',
  revealing: 'Revealing…',
  reveal: 'Reveal it',
}

/** What stands on a card to scratch. */
export const scratchMessages: ByLocale<ScratchMessages> = { 'zh-CN': zh, en }
