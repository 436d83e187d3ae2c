/*
 * The members of the demo: a few with names and stories of their own, to be played with, and a
 * crowd whose pasts differ. The same on every installation: nothing here is drawn by chance.
 */

export interface DemoMember {
  shopMemberId: string
  nickname: string
  /** One line for whoever chooses a member to be. Empty for the crowd. */
  about: string
  /** How many days ago the member joined. */
  joinedDaysAgo: number
  points: number
  /** In how many days the points lapse. */
  pointsDays: number
  cashFen: number
  city: string
  level: string
  tags: string[]
  /** How much of the campaign's first days the member took part in, 0 to 3. */
  zeal: number
}

const NAMED: DemoMember[] = [
  named('demo-1', '小满', '新会员，什么都还没领', { joinedDaysAgo: 1, points: 100, tags: ['新客'] }),
  named('demo-2', '阿哲', '常客，积分多，余额够用', {
    joinedDaysAgo: 420,
    points: 2_860,
    cashFen: 3_880,
    city: '杭州',
    level: '金卡',
    tags: ['数码', '高客单'],
  }),
  named('demo-3', '青禾', '沉默会员，积分快过期了', {
    joinedDaysAgo: 510,
    points: 620,
    pointsDays: 8,
    city: '成都',
    level: '银卡',
    tags: ['沉默唤醒'],
  }),
  named('demo-4', '老周', '老会员，已经玩过几天', {
    joinedDaysAgo: 900,
    points: 5_200,
    cashFen: 1_260,
    level: '黑金',
    tags: ['高客单', '家电'],
    zeal: 3,
  }),
  named('demo-5', '桃子', '新会员，积分还差一点', {
    joinedDaysAgo: 12,
    points: 380,
    city: '广州',
    tags: ['新客', '美妆'],
  }),
  named('demo-6', '大林', '常客，今天抽过奖了', {
    joinedDaysAgo: 230,
    points: 1_450,
    cashFen: 590,
    city: '北京',
    level: '银卡',
    tags: ['数码'],
    zeal: 2,
  }),
]

function named(shopMemberId: string, nickname: string, about: string, past: Partial<DemoMember>): DemoMember {
  return {
    shopMemberId,
    nickname,
    about,
    joinedDaysAgo: 100,
    points: 0,
    pointsDays: 180,
    cashFen: 0,
    city: '上海',
    level: '普通会员',
    tags: [],
    zeal: 0,
    ...past,
  }
}

const FIRST = '晓雨静安乐可星夏木云子芒豆冬春秋南北栗橙柚茶竹禾棠苏叶月白青山海风'
const CITIES = ['上海', '北京', '广州', '深圳', '杭州', '成都', '武汉', '西安']
/** As common as they are in a shop: most are the first. */
const LEVELS = ['普通会员', '普通会员', '银卡', '普通会员', '金卡', '普通会员', '银卡', '普通会员', '黑金']
const TAGS = ['美妆', '数码', '母婴', '家电', '生鲜', '高客单', '沉默唤醒']
const SECOND = ['', '宝', '仔', '同学', '小姐', '先生', '不加班', '爱吃鱼', '的猫', '在路上']

/** How many members there are besides the named ones. */
const CROWD = 194

/** Every member of the demo, 200 in all. */
export const DEMO_MEMBERS: readonly DemoMember[] = [
  ...NAMED,
  ...Array.from({ length: CROWD }, (_, i) => inTheCrowd(i)),
]

/** Steps through the ranges so that neighbours differ: multipliers share no factor with them. */
function inTheCrowd(i: number): DemoMember {
  const first = FIRST.charAt((i * 7) % FIRST.length)
  const second = SECOND[(i * 3 + Math.floor(i / FIRST.length)) % SECOND.length] ?? ''
  return {
    shopMemberId: `crowd-${String(i + 1).padStart(3, '0')}`,
    nickname: second === '' ? `${first}${FIRST.charAt((i * 11 + 5) % FIRST.length)}` : first + second,
    about: '',
    joinedDaysAgo: 1 + ((i * 37) % 720),
    points: ((i * 173) % 31) * 60,
    pointsDays: 5 + ((i * 29) % 300),
    cashFen: i % 3 === 0 ? ((i * 97) % 40) * 50 : 0,
    city: CITIES[(i * 3) % CITIES.length] ?? '',
    level: LEVELS[(i * 5) % LEVELS.length] ?? '',
    tags: TAGS.filter((_, at) => (i + at * 3) % 5 === 0),
    zeal: [0, 1, 2, 3, 1, 2, 1][i % 7] ?? 0,
  }
}
