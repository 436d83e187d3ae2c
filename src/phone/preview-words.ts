import type { Viewpoint } from '../../schemas/viewpoint-parts'
import type { ByLocale } from '../../widgets/kit/messages'

interface PreviewWords {
  label: string
  hint: string
  moment: string
  moments: Record<Viewpoint['moment'], string>
  viewer: string
  viewers: Record<Viewpoint['viewer'], string>
  situation: string
  situations: Record<Viewpoint['situation'], string>
  over: string
  overText: string
  failed: string
  retry: string
}

/** What a preview link's page says of itself, in the page's language. */
export const previewWords: ByLocale<PreviewWords> = {
  'zh-CN': {
    label: '预览',
    hint: '草稿预览，点按钮不会真的发放',
    moment: '时间',
    moments: { now: '现在', before: '活动前', during: '进行中', after: '结束后' },
    viewer: '用户',
    viewers: { anonymous: '未登录', new: '新用户', old: '老用户', silent: '沉默用户' },
    situation: '情形',
    situations: {
      usual: '正常',
      played: '已参与过',
      soldOut: '已抢光',
      notEligible: '不符合条件',
      offline: '断网',
    },
    over: '预览链接已失效',
    overText: '预览链接一天内有效，请向发给你的人再要一个。',
    failed: '没能打开预览，请检查网络',
    retry: '重试',
  },
  en: {
    label: 'Preview',
    hint: 'A draft: taps give nothing',
    moment: 'When',
    moments: { now: 'Now', before: 'Before', during: 'During', after: 'After' },
    viewer: 'Who',
    viewers: { anonymous: 'Signed out', new: 'New', old: 'Regular', silent: 'Silent' },
    situation: 'Situation',
    situations: {
      usual: 'Usual',
      played: 'Has played',
      soldOut: 'Sold out',
      notEligible: 'Not eligible',
      offline: 'Offline',
    },
    over: 'This preview is over',
    overText: 'A preview link lasts a day. Ask whoever sent it for another.',
    failed: 'The preview could not be opened; check the network',
    retry: 'Try again',
  },
}
