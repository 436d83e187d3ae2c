import type { CheckWord } from '../../../schemas/check-rule'

/*
 * The lists of words as they come. An administrator adds to them and takes from them; what a shop
 * changed is its own list from then on. `*` stands for up to six characters of the same sentence.
 */

const plain = (words: string): CheckWord[] => words.split(' ').map((word) => ({ word, except: [] }))
const except = (word: string, phrases: string): CheckWord => ({ word, except: phrases.split(' ') })

/** 极限词: superlatives and what article 9 of the Advertising Law (广告法) forbids besides. */
export const ADVERTISING_WORDS: CheckWord[] = [
  ...plain('国家级 最高级 最佳 最好 最优 最优秀 最强 最先进 最便宜 最实惠 最受欢迎 最畅销 最安全 最有效'),
  ...plain(
    '全网最低 史上最低 历史最低 全国最低 全球最低 最低价 最低折扣 世界级 全球级 宇宙级 顶级 顶尖 极品 极致',
  ),
  ...plain('第一品牌 全国第一 全球第一 世界第一 全网第一 销量第一 排名第一 行业第一 领导品牌 领袖品牌 王牌'),
  ...plain('绝无仅有 独一无二 史无前例 空前绝后 前无古人 万能 百分之百有效 100%有效 永不 零风险 无副作用'),
  ...plain('国家免检 驰名商标 特供 专供 国旗 国徽 国歌 军旗 军徽 人民大会堂 国家机关推荐 领导人推荐'),
  except(
    '第一',
    '第一步 第一次 第一天 第一时间 第一名 第一位 第一章 第一期 第一场 第一轮 第一条 第一单 第一件 第一份 第一批 第一个 第一人 第一层',
  ),
  except('最低', '最低消费 最低满 最低起 最低气温 最低配送 最低需'),
  except('最高', '最高可 最高减 最高得 最高领 最高奖 最高省 最高膨胀 最高补贴 最高抵 最高返 最高限'),
  except('最大', '最大程度 最大限度 最大可 最大面额'),
  except('唯一', '唯一标识 唯一编号 唯一账号'),
  except('永久', '永久居留 永久有效期'),
  ...plain('best cheapest unbeatable'),
]

/** What no page of a shop says: gambling, fraud, drugs, violence, obscenity. */
export const SENSITIVE_WORDS: CheckWord[] = [
  ...plain(
    '赌博 博彩 赌场 六合彩 私彩 时时彩 下注 色情 裸聊 约炮 援交 成人视频 毒品 冰毒 大麻 海洛因 摇头丸',
  ),
  ...plain(
    '枪支 弹药 管制刀具 迷药 代开发票 信用卡套现 高利贷 裸贷 办假证 假币 洗钱 刷单 代孕 传销 外挂 翻墙软件',
  ),
  ...plain('邪教 法轮 恐怖袭击'),
]

/** 诱导分享: rewarding the act of sharing or following, which WeChat forbids in links opened there. */
export const SHARING_WORDS: CheckWord[] = [
  except('分享*得', '分享得知 分享心得'),
  ...plain(
    '分享*领 分享*赚 分享*送 分享*抽奖 转发*得 转发*领 转发*赚 转发*送 转发*抽奖 集赞 求转发 不转不是',
  ),
  ...plain(
    '分享到朋友圈 转发朋友圈 转发到朋友圈 分享到微信群 分享后可 转发后可 关注*领 关注*送 关注公众号*得',
  ),
]

/** A draw that costs points says that minors may not pay for chances. */
export const MINORS_WORDS: CheckWord[] = plain('未成年 18周岁 十八周岁 under 18')
