import sharp from 'sharp'

interface Band {
  colour: string
  height: number
}

/** A picture of bands of colour, one below the other, as PNG. Sizes in px. */
export async function aPicture(width: number, ...bands: Band[]): Promise<Buffer> {
  const height = bands.reduce((sum, band) => sum + band.height, 0)
  let top = 0
  const layers = bands.map((band) => {
    const input = { create: { width, height: band.height, channels: 3 as const, background: band.colour } }
    const layer = { input, left: 0, top }
    top += band.height
    return layer
  })
  const ground = sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
  return ground.composite(layers).png().toBuffer()
}
