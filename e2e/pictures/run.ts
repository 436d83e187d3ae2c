import path from 'node:path'
import { openAlbum } from './album'
import { filmAssembling } from './assembling'
import { takeConsole } from './console-pictures'
import { packetOf, winAlways } from './fixed-luck'
import { takePhones } from './phone-pictures'
import { filmPlaying } from './playing'
import { inStudio } from './studio'

/* `npm run pictures`: every picture of the READMEs, into public/readme. */

const FOLDER = path.resolve(import.meta.dirname, '../../public/readme')

await inStudio(async (studio) => {
  const album = openAlbum(FOLDER)
  // Before anybody's luck is fixed: the console shows the odds as the demo has them.
  await takeConsole(studio, album)
  await winAlways(studio.staff, '满300减50')
  await packetOf(studio.staff, 188)
  await takePhones(studio, album)
  await filmPlaying(studio, album)
  await filmAssembling(studio, album)
  album.close()
})
