import type { ByLocale, ConsoleMessages } from '../kit/messages'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '热区图片',
    description: '一张图片上画多个可点区域，各去各的地方',
    fields: {
      src: '图片',
      alt: '替代文字',
      regions: '热区',
      width: '宽',
      height: '高',
      padding: '四周留白',
      radius: '圆角',
    },
    groups: { size: '原图尺寸', look: '外观' },
    findings: {
      missing_image: '还没有选择图片，发布后这里不显示',
      missing_alt: '没有填写替代文字：图片加载不出来时，会员不知道它是什么',
      no_regions: '还没有画热区，点了没有反应',
      region_without_link: '有热区没有链接也没有动作，点了没有反应',
      region_without_label: '有热区没有填写读屏名称，看不见图的会员不知道它去哪里',
      regions_overlap: '有热区互相重叠，重叠处只有上面的一个点得到',
      region_too_small: '有热区在手机上小于 44×44 px，手指不容易点准',
    },
  },
  en: {
    name: 'Hot zones',
    description: 'A picture with several areas to tap, each with a link of its own',
    fields: {
      src: 'Image',
      alt: 'Alternative text',
      regions: 'Regions',
      width: 'Width',
      height: 'Height',
      padding: 'Padding',
      radius: 'Corner radius',
    },
    groups: { size: 'Size of the original', look: 'Appearance' },
    findings: {
      missing_image: 'No image yet: nothing will be shown here',
      missing_alt: 'No alternative text: when the image does not load, nobody knows what it was',
      no_regions: 'No regions yet: a tap will do nothing',
      region_without_link: 'A region has no link and no action: a tap on it will do nothing',
      region_without_label:
        'A region has no spoken label: who cannot see the image will not know where it leads',
      regions_overlap: 'Regions overlap: where they do, only the upper one can be tapped',
      region_too_small: 'A region is smaller than 44×44 px on a phone: hard to hit with a finger',
    },
  },
}

export interface HotZoneMessages {
  empty: string
}

export const viewMessages: ByLocale<HotZoneMessages> = {
  'zh-CN': { empty: '在右侧选择图片，再画热区' },
  en: { empty: 'Choose an image on the right, then draw regions' },
}
