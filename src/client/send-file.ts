import type { Failure } from './failure'

export interface SendFileOptions {
  /** How much of the file has left, 0 to 1. */
  onProgress: (fraction: number) => void
  /** What the server has answered so far, each time there is more of it. */
  onAnswer?: (text: string) => void
  signal: AbortSignal
}

/** Why a file did not arrive, or was not taken. */
export class SendFileFailed extends Error {
  override readonly name = 'SendFileFailed'

  constructor(readonly failure: Failure) {
    super(failure.code)
  }
}

const OFFLINE: Failure = { code: 'offline', requestId: undefined, details: [] }
const CODE_OF_STATUS: Record<number, Failure['code']> = {
  401: 'unauthenticated',
  403: 'forbidden',
  413: 'too_large',
  415: 'unsupported_media',
  503: 'busy',
}

/**
 * Posts a file and answers the server's text. Over XMLHttpRequest: fetch does not tell how far an
 * upload is. Rejects with `SendFileFailed`, also when `signal` ended it.
 */
export function sendFile(path: string, file: Blob, options: SendFileOptions): Promise<string> {
  const { onProgress, onAnswer, signal } = options
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const fail = (failure: Failure) => reject(new SendFileFailed(failure))
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onprogress = () => onAnswer?.(request.responseText)
    request.onerror = () => fail(OFFLINE)
    request.onabort = () => fail(OFFLINE)
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.responseText)
      else fail(readSendFailure(request.responseText, request.status))
    }
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.open('POST', path)
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.send(file)
  })
}

/** The server's own words for it; something in between, such as a proxy, says only its status. */
export function readSendFailure(text: string, status: number): Failure {
  try {
    const { data } = (JSON.parse(text) as { error: { data: Failure } }).error
    if (typeof data.code === 'string')
      return { code: data.code, requestId: data.requestId, details: data.details ?? [] }
  } catch {
    // Not our JSON: the status has to do.
  }
  return { code: CODE_OF_STATUS[status] ?? 'internal', requestId: undefined, details: [] }
}
