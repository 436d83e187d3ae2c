/** Why an upload did not succeed, in words for the user, and whether trying again may help. */
export class UploadFailed extends Error {
  override readonly name = 'UploadFailed'

  constructor(
    message: string,
    readonly canRetry: boolean,
  ) {
    super(message)
  }
}
