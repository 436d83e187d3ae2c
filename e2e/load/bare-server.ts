import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface BareAnswer {
  headers: Record<string, string>
  /** base64 */
  body: string
}

// What a server on node:http reaches that does nothing but send the given bytes.
const [file] = process.argv.slice(2)
if (!file) throw new Error('which answer?')
const { headers, body } = JSON.parse(readFileSync(file, 'utf8')) as BareAnswer
const bytes = Buffer.from(body, 'base64')

const server = createServer((_, response) => {
  response.writeHead(200, headers)
  response.end(bytes)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
