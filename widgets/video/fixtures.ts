import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [
    {
      version: 1,
      props: {
        src: 'https://cdn.example.com/double-11/preview.mp4',
        poster: '/assets/pictures/double-11.svg',
        caption: '90 秒看懂今年双11 怎么省',
        autoplay: false,
        muted: false,
        loop: false,
        width: 750,
        height: 420,
        padding: 12,
        radius: 12,
      },
    },
    {
      version: 1,
      props: {
        src: 'https://cdn.example.com/live/double-11.m3u8?token=1',
        poster: '/assets/pictures/double-11.svg',
        caption: '',
        autoplay: true,
        muted: true,
        loop: true,
        width: 16,
        height: 9,
        padding: 0,
        radius: 0,
      },
    },
  ],
}
