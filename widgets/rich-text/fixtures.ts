import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [
    {
      version: 1,
      props: {
        look: 'card',
        size: 'normal',
        text: [
          { kind: 'heading', size: 'large', align: 'center', runs: [{ text: '双11 主会场玩法' }] },
          {
            kind: 'paragraph',
            runs: [
              { text: '活动期间每人每天可抽 ' },
              { text: '3 次', bold: true, colour: 'brand' },
              { text: '，最高可得 ' },
              { text: '1,111 元红包', bold: true, colour: 'accent' },
              { text: '。未使用的次数' },
              { text: '不累计', underline: true },
              { text: '到第二天。' },
            ],
          },
          { kind: 'heading', size: 'small', runs: [{ text: '怎么参加' }] },
          { kind: 'item', list: 'number', level: 0, runs: [{ text: '登录会员账号；' }] },
          { kind: 'item', list: 'number', level: 0, runs: [{ text: '完成任意一项任务：' }] },
          { kind: 'item', list: 'bullet', level: 1, runs: [{ text: '浏览会场满 15 秒' }] },
          { kind: 'item', list: 'bullet', level: 1, runs: [{ text: '邀请一位好友助力' }] },
          {
            kind: 'item',
            list: 'number',
            level: 0,
            runs: [
              { text: '回到本页点“立即抽奖”，' },
              { text: '查看中奖记录', link: '/my/rewards' },
              { text: '。' },
            ],
          },
          {
            kind: 'paragraph',
            align: 'right',
            runs: [
              { text: '原价 299 元', strike: true, colour: 'muted' },
              { text: '  到手 199 元', italic: true, colour: '#c8102e' },
            ],
          },
          { kind: 'paragraph', runs: [] },
          { kind: 'paragraph', runs: [{ text: '最终解释以本店公示的活动规则为准。', colour: 'muted' }] },
        ],
      },
    },
  ],
}
