import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '视频',
    description: '播放一段 mp4 或 m3u8 视频，点击才加载',
    fields: {
      src: '视频地址',
      poster: '封面',
      caption: '说明文字',
      autoplay: '自动播放（须静音）',
      muted: '静音',
      loop: '循环播放',
      width: '宽',
      height: '高',
      padding: '四周留白',
      radius: '圆角',
    },
    groups: { play: '播放', size: '画面比例', look: '外观' },
    findings: {
      missing_video: '还没有填写视频地址，发布后这里不显示',
      not_a_video: '地址不是 mp4 或 m3u8 视频，手机可能放不出来',
      insecure_video: '地址要用 https://，否则手机会拦住它',
      missing_poster: '还没有选择封面，播放前是一片黑',
      autoplay_with_sound: '有声音的视频手机不让自动播放，请打开“静音”',
    },
  },
  en: {
    name: 'Video',
    description: 'Plays an mp4 or m3u8 video, loaded when it is tapped',
    fields: {
      src: 'Address of the video',
      poster: 'Poster',
      caption: 'Caption',
      autoplay: 'Plays by itself (muted only)',
      muted: 'Muted',
      loop: 'Plays again and again',
      width: 'Width',
      height: 'Height',
      padding: 'Padding',
      radius: 'Corner radius',
    },
    groups: { play: 'Playing', size: 'Proportions', look: 'Appearance' },
    findings: {
      missing_video: 'No address yet: nothing will be shown here',
      not_a_video: 'The address is no mp4 or m3u8 video: phones may not play it',
      insecure_video: 'The address must begin with https://, or phones block it',
      missing_poster: 'No poster yet: it is black until it plays',
      autoplay_with_sound: 'Phones do not start a video with sound by themselves: turn on “Muted”',
    },
  },
}

export interface VideoMessages {
  empty: string
  name: string
  /** Where the browser knows no video, or not this kind. */
  open: string
}

export const viewMessages: ByLocale<VideoMessages> = {
  'zh-CN': { empty: '在右侧填写视频地址', name: '视频', open: '播不了？点这里打开' },
  en: { empty: 'Give the video’s address on the right', name: 'Video', open: 'Does not play? Open it here' },
}
