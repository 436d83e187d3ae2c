/** @jsxImportSource preact */
import { useHost } from '../kit/view'
import { useMessages } from '../kit/view-hooks'
import { sharingMessages } from './messages-sharing'
import { viewMessages } from './messages-view'
import type { ShareState } from './state'
import type { ModeProps } from './view-opening'
import { NoPacket } from './view-packet'
import { Sending } from './view-sending'
import { SendOne, Shared } from './view-shared'

/** Packets for several: the one that the link names, else one to be sent. */
export function Sharing(mode: ModeProps<ShareState> & { isLoading: boolean }) {
  const { params } = useHost()
  const words = useMessages(viewMessages)
  const text = useMessages(sharingMessages)
  const { packet } = mode.play
  if (!packet) {
    // What the server drew knows no link. Whoever follows one is not shown another packet first.
    const isAwaited = mode.isLoading && mode.now !== undefined && params.packet
    return isAwaited ? <NoPacket seal={words.open} line={words.loading} /> : <Sending {...mode} />
  }
  if (packet.state !== 'unknown') return <Shared key={packet.id} {...mode} packet={packet} />
  return (
    <>
      <NoPacket seal="?" line={text.unknown} />
      <div class="zg-rp-share">
        <SendOne class="zg-rp-big" />
      </div>
    </>
  )
}
