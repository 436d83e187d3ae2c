import type { zhPageSettings } from './messages.zh'

export const enPageSettings: typeof zhPageSettings = {
  link: {
    section: 'Link',
    label: 'Link',
    change: 'Change the link',
    save: 'Use this link',
    cancel: 'Cancel',
    hint: 'Lower-case letters, digits and hyphens. The old link goes on opening this page.',
    states: {
      free: 'It is free',
      own: 'It is the link as it is',
      taken: 'Another page has it, or had it',
      reserved: 'This word is reserved: choose another',
      invalid: 'Lower-case letters, digits and hyphens only, no hyphen first or last',
      checking: 'Looking…',
    },
    changed: 'The link is {slug} now; the old one goes on working',
  },
  tokens: {
    section: 'Theme',
    hint: 'The theme’s own where nothing is set.',
    brand: 'Brand colour',
    accent: 'Accent colour',
    text: 'Text colour',
    page: 'Page colour',
    surface: 'Card colour',
    radius: 'Corners of cards',
    reset: 'Put all back to the theme’s',
    weak: '{pair} reaches only {ratio}:1 of 4.5:1: members may not be able to read it.',
  },
  background: {
    section: 'Background',
    colour: 'Colour',
    image: 'Picture',
    fit: 'How it lies',
    fits: { screen: 'First screen', width: 'Full width', tile: 'Repeated' },
  },
  width: {
    section: 'On large screens',
    label: 'At most',
    hint: 'How wide the page is on tablets and computers; phones are not affected. {width} px unless set.',
  },
  card: {
    chat: 'To a friend',
    moments: 'In Moments',
    preview: 'As it is shared',
    noTitle: '(Without a share title the page’s title is shown)',
    titleLeft: 'A chat in WeChat shows about {most} characters; the rest is cut',
    noImage: 'Without a picture WeChat shows a link icon. A square of 300 × 300 px or more is best.',
    me: 'Me',
  },
}
