import type { Luck, Viewpoint } from '../../schemas/viewpoint-parts'
import type { ByLocale } from '../../widgets/kit/messages'

interface PreviewWords {
  /** Before the page's own title, and on the switch. */
  label: string
  mark: string
  hint: string
  moment: string
  moments: Record<Viewpoint['moment'], string>
  viewer: string
  viewers: Record<Viewpoint['viewer'], string>
  situation: string
  situations: Record<Viewpoint['situation'], string>
  luck: string
  lucks: Record<Luck, string>
  /** How the pretended member is called. */
  member: string
  opens: (link: string) => string
  opensRewards: string
  calls: (phone: string) => string
  shares: (title: string) => string
  tracks: (name: string) => string
  copied: string
  notCopied: string
  linkCopied: string
  notShared: string
  openAsFriend: string
  asFriend: (who: number) => string
  nextFriend: string
  backToMe: string
  dismiss: string
  over: string
  overText: string
  failed: string
  retry: string
}

/** What a preview link's page says of itself, in the page's language. */
export const previewWords: ByLocale<PreviewWords> = {
  'zh-CN': {
    label: '预览',
    mark: '预览 · 不会真正发放',
    hint: '草稿预览：抽奖、领取都能试玩，但不记录、不扣库存；重新打开就从头来过。进场弹窗每次都会弹出。',
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
    luck: '抽奖结果',
    lucks: { odds: '按概率', win: '必中', miss: '未中' },
    member: '预览用户',
    opens: (link) => `预览 · 会打开 ${link}`,
    opensRewards: '预览 · 上线后会打开“我的奖励”',
    calls: (phone) => `预览 · 会拨打 ${phone}`,
    shares: (title) => `预览 · 会分享“${title}”`,
    tracks: (name) => `预览 · 埋点 ${name}，不会上报`,
    copied: '已复制',
    notCopied: '没有复制成功，请长按文字复制',
    linkCopied: '链接已复制，去粘贴给好友吧',
    notShared: '预览里没有真的分享出去',
    openAsFriend: '以好友身份打开',
    asFriend: (who) => `预览 · 正以好友 ${who} 的身份查看`,
    nextFriend: '换一位好友',
    backToMe: '回到自己',
    dismiss: '知道了',
    over: '预览链接已失效',
    overText: '预览链接一天内有效，请向发给你的人再要一个。',
    failed: '没能打开预览，请检查网络',
    retry: '重试',
  },
  en: {
    label: 'Preview',
    mark: 'Preview · nothing is given',
    hint: 'A draft to try out: nothing is kept or taken from stock, and opening it again begins anew. Entry popups open each time.',
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
    luck: 'Draws',
    lucks: { odds: 'By the odds', win: 'Always win', miss: 'Never win' },
    member: 'Preview',
    opens: (link) => `Preview · would open ${link}`,
    opensRewards: 'Preview · would open “My rewards”',
    calls: (phone) => `Preview · would call ${phone}`,
    shares: (title) => `Preview · would share “${title}”`,
    tracks: (name) => `Preview · tracks ${name}; nothing is sent`,
    copied: 'Copied',
    notCopied: 'It could not be copied: press and hold the text instead',
    linkCopied: 'Link copied: paste it to a friend',
    notShared: 'Nothing is really shared in a preview',
    openAsFriend: 'Open as a friend',
    asFriend: (who) => `Preview · seen by friend ${who}`,
    nextFriend: 'Next friend',
    backToMe: 'Back to me',
    dismiss: 'OK',
    over: 'This preview is over',
    overText: 'A preview link lasts a day. Ask whoever sent it for another.',
    failed: 'The preview could not be opened; check the network',
    retry: 'Try again',
  },
}
