import type { WidgetFixtures } from '../kit/fixtures'

export const fixtures: WidgetFixtures = {
  versions: [
    {
      version: 1,
      props: {
        title: '活动规则',
        text: [
          { kind: 'heading', size: 'small', runs: [{ text: '一、活动时间' }] },
          { kind: 'paragraph', runs: [{ text: '2026年11月1日 20:00 至 11月11日 23:59。' }] },
          { kind: 'heading', size: 'small', runs: [{ text: '二、优惠券说明' }] },
          {
            kind: 'item',
            list: 'number',
            level: 0,
            runs: [
              { text: '每个会员每场限领 ' },
              { text: '1 张', bold: true, colour: 'brand' },
              { text: '；' },
            ],
          },
          { kind: 'item', list: 'number', level: 0, runs: [{ text: '领取后 3 天内有效，逾期作废；' }] },
          { kind: 'item', list: 'number', level: 0, runs: [{ text: '不与店铺券同时使用。' }] },
          {
            kind: 'paragraph',
            runs: [{ text: '如有疑问请' }, { text: '联系客服', link: 'tel:4000000000' }, { text: '。' }],
          },
        ],
        display: 'button',
        side: 'left',
        top: 30,
      },
    },
  ],
}
