import type { ByLocale, ConsoleMessages } from '../kit/messages'
import type { Standing } from './state'

export const consoleMessages: ByLocale<ConsoleMessages> = {
  'zh-CN': {
    name: '抽奖',
    description: '大转盘、九宫格、刮刮卡，一套奖池三种玩法',
    fields: { title: '标题', skin: '玩法', showWinners: '播报中奖' },
    groups: { look: '外观' },
    options: { skin: { wheel: '大转盘', 'nine-grid': '九宫格', scratch: '刮刮卡' } },
    events: { won: '抽中奖品', lost: '没有抽中' },
    eventValues: { prizeId: '奖项编号' },
    actions: { draw: '抽一次' },
    findings: {
      no_prizes: '至少要有一个送奖励的奖品',
      weights_sum: '所有奖品的中奖率加起来要正好是 100%',
      nothing_catches: '奖品发完了怎么办？请放一个「不送奖励」的谢谢参与，或把一个奖品设为兜底',
      key_twice: '奖品编号重复了',
      reward_missing: '请选择这个奖品送什么奖励，不送就改成「不送奖励」',
      fallback_twice: '兜底奖品只能有一个',
      day_above_total: '每天的数量不能多于总数量',
      plan_twice: '「每小时放出」和「分时段放出」只能选一种',
      slices_unordered: '时段要从早到晚排列，不能重复',
      pity_twice: '保底奖品只能有一个',
      pity_prize_missing: '设了保底次数，请在一个奖品里打开「保底」',
      pity_never: '有保底奖品，请填写连续几次没中后给它',
      link_missing: '请填写要逛的页面',
      link_twice: '这个页面已经放过了',
      no_chances:
        '会员没有任何办法得到抽奖次数：请设置每天免费次数，或至少一种赚次数的办法；只靠赠送时请打开「次数也由下单、好友助力或赠送得到」',
    },
    states: {
      running: '进行中',
      notStarted: '未开始',
      noChance: '没有次数了',
      earning: '赚次数',
      soldOut: '奖品抽完',
      soldOutToday: '今日奖品抽完',
      wonAll: '中奖次数到上限',
      ended: '已结束',
      suspended: '已暂停',
      budgetExhausted: '预算用完',
      notEligible: '不符合条件',
      loggedOut: '未登录',
      loading: '加载中',
      offline: '断网',
      turning: '等待揭晓',
      answerLost: '没等到结果',
      wonPhysical: '抽中实物',
      wonCash: '抽中现金',
      wonVoucher: '抽中异业券',
      wonCoupon: '抽中优惠券',
      wonPoints: '抽中积分',
      noPrize: '没抽中',
      mine: '我的奖品',
    },
    tool: {
      name: '抽奖',
      fields: {
        prizes: '奖品（大转盘 4–12 个，九宫格正好 8 个）',
        'prizes.name': '名称',
        'prizes.key': '编号（保存后不要改，数量按它统计）',
        'prizes.gives': '送什么',
        'prizes.rewardId': '奖励',
        'prizes.weight': '中奖率（所有奖品合计 100%）',
        'prizes.total': '总数量（不填则按奖励库存）',
        'prizes.perDay': '每天数量（不填则不限）',
        'prizes.perHour': '每小时放出（不填则不按小时）',
        'prizes.slices': '分时段放出（不加则一次全部放出）',
        'prizes.slices.from': '从何时起',
        'prizes.slices.count': '放出几份',
        'prizes.carriesOver': '没抽完的留到下一小时或时段',
        'prizes.unlockAfter': '抽满几次后才可中（不填则不限）',
        'prizes.isFallback': '兜底：抽中的奖品已发完时改发它',
        'prizes.isPity': '保底：连续多次没中后给它',
        'prizes.image': '图片（不传则按奖励类型配图）',
        freePerDay: '每人每天免费次数',
        freePerCampaign: '每人活动期间另送次数',
        pointsPerChance: '多少积分换 1 次（0 为不开放）',
        buysPerDay: '每人每天最多换几次',
        visits: '逛页面赚次数（每页每天 1 次）',
        'visits.title': '页面名称',
        'visits.link': '页面',
        alsoGiven: '次数也由下单、好友助力或赠送得到',
        winsPerMember: '每人最多中奖几次（不填则不限）',
        pityAfter: '连续几次没中，下一次必中保底奖品（不填则不保底）',
        showOdds: '在规则里公示中奖率',
        useLink: '没抽中时去哪里逛',
      },
      groups: { chances: '抽奖次数', earning: '赚次数', limits: '限制与公示' },
      options: { 'prizes.gives': { reward: '送奖励', nothing: '不送奖励' } },
    },
  },
  en: {
    name: 'Lottery',
    description: 'Wheel, nine-grid or scratch card over one pool of prizes',
    fields: { title: 'Title', skin: 'Game', showWinners: 'Announce winners' },
    groups: { look: 'Appearance' },
    options: { skin: { wheel: 'Wheel', 'nine-grid': 'Nine-grid', scratch: 'Scratch card' } },
    events: { won: 'A prize is won', lost: 'A draw wins nothing' },
    eventValues: { prizeId: 'Key of the prize' },
    actions: { draw: 'Draw once' },
    findings: {
      no_prizes: 'At least one prize must give a reward',
      weights_sum: 'The odds of all prizes must sum to exactly 100 %',
      nothing_catches:
        'What happens when prizes run out? Add a prize that gives nothing, or make one the fallback',
      key_twice: 'This key is used by another prize',
      reward_missing: 'Choose the reward, or let this prize give nothing',
      fallback_twice: 'Only one prize can be the fallback',
      day_above_total: 'No more a day than in all',
      plan_twice: 'Release it by the hour or in slices, not both',
      slices_unordered: 'Slices must follow each other, each at a time of its own',
      pity_twice: 'Only one prize can be the pity prize',
      pity_prize_missing: 'Choose the prize that is given after so many losses: switch its “Pity prize” on',
      pity_never: 'There is a pity prize: after how many losses in a row is it given?',
      link_missing: 'Enter the page to visit',
      link_twice: 'This page is already in the list',
      no_chances:
        'Members can get no chance at all: set free chances a day or a way to earn them, or say that chances are given',
    },
    states: {
      running: 'Running',
      notStarted: 'Not started',
      noChance: 'No chances left',
      earning: 'Earning chances',
      soldOut: 'All prizes gone',
      soldOutToday: 'Gone for today',
      wonAll: 'Won as often as allowed',
      ended: 'Ended',
      suspended: 'Suspended',
      budgetExhausted: 'Budget used up',
      notEligible: 'Not eligible',
      loggedOut: 'Signed out',
      loading: 'Loading',
      offline: 'Offline',
      turning: 'Waiting for the answer',
      answerLost: 'Answer lost',
      wonPhysical: 'Won a thing',
      wonCash: 'Won cash',
      wonVoucher: 'Won a partner voucher',
      wonCoupon: 'Won a coupon',
      wonPoints: 'Won points',
      noPrize: 'No prize',
      mine: 'My prizes',
    },
    tool: {
      name: 'Lottery',
      fields: {
        prizes: 'Prizes (4–12 on a wheel, exactly 8 on a nine-grid)',
        'prizes.name': 'Name',
        'prizes.key': 'Key (keep it once saved: counts go by it)',
        'prizes.gives': 'Gives',
        'prizes.rewardId': 'Reward',
        'prizes.weight': 'Odds (100 % in all)',
        'prizes.total': 'How many in all (empty: as many as the reward has)',
        'prizes.perDay': 'How many a day (empty: no limit)',
        'prizes.perHour': 'Released each hour (empty: not by the hour)',
        'prizes.slices': 'Released in slices (none: all at once)',
        'prizes.slices.from': 'From',
        'prizes.slices.count': 'How many',
        'prizes.carriesOver': 'What was not drawn can be drawn in the next hour or slice',
        'prizes.unlockAfter': 'Can be won after so many draws (empty: at once)',
        'prizes.isFallback': 'Fallback: given when the prize drawn is out',
        'prizes.isPity': 'Pity prize: given after many losses in a row',
        'prizes.image': 'Picture (empty: drawn by the kind of reward)',
        freePerDay: 'Free chances a day',
        freePerCampaign: 'Extra chances for the whole campaign',
        pointsPerChance: 'Points for one chance (0: not offered)',
        buysPerDay: 'At most so many a day',
        visits: 'Pages to visit for a chance (once a day each)',
        'visits.title': 'Page’s name',
        'visits.link': 'Page',
        alsoGiven: 'Chances are also given for orders, friends, or as gifts',
        winsPerMember: 'Wins per member (empty: no limit)',
        pityAfter: 'After so many losses in a row the next draw wins the pity prize (empty: never)',
        showOdds: 'Publish the odds in the rules',
        useLink: 'Where to go when nothing was won',
      },
      groups: { chances: 'Chances', earning: 'Earning chances', limits: 'Limits and disclosure' },
      options: { 'prizes.gives': { reward: 'A reward', nothing: 'Nothing' } },
    },
  },
}

export interface LotteryMessages {
  title: string
  failedToLoad: string
  /** The chosen skin cannot show this many prizes. */
  mine: string
  /** What the button says, and beneath it what is left. */
  button: Record<Standing, string>
  left: (chances: number) => string
  turning: string
  revealing: string
  slow: string
  late: string
  wonAll: (limit: number) => string
  soldOutUntil: (when: string | undefined) => string
  winner: (name: string, prize: string) => string
  reveal: string
  earnMore: string
}

const zh: LotteryMessages = {
  title: '幸运抽奖',
  failedToLoad: '抽奖没有加载出来，请检查网络后刷新',
  mine: '我的奖品',
  button: {
    draw: '立即抽奖',
    sign_in: '登录抽奖',
    no_chance: '去赚次数',
    spent: '次数用完',
    not_started: '即将开始',
    ended: '已结束',
    suspended: '暂停中',
    sold_out: '已抽完',
    won_all: '已达上限',
    budget_exhausted: '今日抽完',
    not_eligible: '不可参与',
  },
  left: (chances) => `剩余 ${chances} 次`,
  turning: '抽奖中',
  revealing: '揭晓中…',
  slow: '揭晓中… 结果也会放进「我的奖品」',
  late: '结果稍后可在「我的奖品」查看，不会重复扣次数',
  wonAll: (limit) => `你已中奖 ${limit} 次，达到活动上限啦`,
  soldOutUntil: (when) => (when ? `今日奖品抽完了，${when} 再来` : '奖品已全部抽完'),
  winner: (name, prize) => `恭喜 ${name} 抽中了 ${prize}`,
  reveal: '一键刮开',
  earnMore: '做任务 赚抽奖次数',
}

const en: LotteryMessages = {
  title: 'Lucky draw',
  failedToLoad: 'The lottery did not load. Check the network and reload',
  mine: 'My prizes',
  button: {
    draw: 'Draw',
    sign_in: 'Sign in',
    no_chance: 'Get more',
    spent: 'None left',
    not_started: 'Soon',
    ended: 'Ended',
    suspended: 'Paused',
    sold_out: 'All gone',
    won_all: 'Limit met',
    budget_exhausted: 'All gone',
    not_eligible: 'Not for you',
  },
  left: (chances) => `${chances} left`,
  turning: 'Drawing',
  revealing: 'Revealing…',
  slow: 'Revealing… it will be in “My prizes” too',
  late: 'The result will be in “My prizes”. No chance is counted twice',
  wonAll: (limit) => `You won ${limit} times, as often as anybody may`,
  soldOutUntil: (when) => (when ? `All won for today. Back at ${when}` : 'Every prize has been won'),
  winner: (name, prize) => `${name} won ${prize}`,
  reveal: 'Reveal it',
  earnMore: 'Earn more chances',
}

/** What is needed at once; the parts that come later bring words of their own. */
export const viewMessages: ByLocale<LotteryMessages> = { 'zh-CN': zh, en }

/** What the editor says of prizes that a skin cannot show; apart, because no phone needs it. */
export const wrongCount = {
  'zh-CN': (skin: string, count: number) =>
    `${skin === 'wheel' ? '大转盘要 4–12 个奖品' : '九宫格正好要 8 个奖品'}，现在有 ${count} 个，先用刮刮卡展示`,
  en: (skin: string, count: number) =>
    `${skin === 'wheel' ? 'A wheel needs 4–12 prizes' : 'A nine-grid needs exactly 8 prizes'}; there are ${count}, so this is a scratch card`,
}

/** What a block without a tool says in the editor; no phone needs it either. */
export const chooseTool = {
  'zh-CN': '在右侧选择或新建抽奖工具',
  en: 'Choose or create a lottery on the right',
}
