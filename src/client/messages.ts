import type { Failure } from './failure'

type FailureWords = Record<Failure['code'], string>

const zhFailures: FailureWords = {
  invalid_input: '有内容不符合要求，请检查标出的地方',
  unauthenticated: '登录已过期，请重新登录',
  forbidden: '你没有这项权限，需要的话请联系管理员开通',
  not_found: '内容不存在，可能已被删除',
  wrong_state: '当前状态下不能这样操作，请刷新后再看',
  conflict: '刚刚有人改过这份内容，请刷新后再操作',
  already_exists: '已经存在同名的内容，请换一个',
  idempotency_mismatch: '这次提交和上一次不一致，请刷新页面后重试',
  too_large: '内容太大，请精简后再试',
  page_invalid: '页面内容有误，没有保存',
  page_has_errors: '页面还有未解决的问题，暂时不能发布',
  stock_below_taken: '库存不能少于已发放的数量',
  unsupported_media: '不支持这种文件格式',
  busy: '系统正忙，请稍等片刻再试',
  internal: '服务出了点问题，请稍后再试',
  offline: '连不上服务器，请检查网络后重试',
}

const enFailures: FailureWords = {
  invalid_input: 'Some of it is not valid. Please check the fields marked below',
  unauthenticated: 'Your session is over. Please sign in again',
  forbidden: 'You are not allowed to do this. Ask an administrator if you need to',
  not_found: 'This no longer exists. It may have been removed',
  wrong_state: 'This cannot be done in its present state. Refresh and look again',
  conflict: 'Somebody changed this a moment ago. Refresh before going on',
  already_exists: 'There is one of that name already. Choose another',
  idempotency_mismatch: 'This differs from what was sent before. Reload the page and try again',
  too_large: 'That is too large. Make it smaller and try again',
  page_invalid: 'The page has mistakes in it and was not saved',
  page_has_errors: 'The page still has problems, so it cannot be published yet',
  stock_below_taken: 'Stock cannot be less than what has been given out',
  unsupported_media: 'This kind of file is not supported',
  busy: 'The system is busy. Try again in a moment',
  internal: 'Something went wrong on our side. Try again later',
  offline: 'The server cannot be reached. Check your connection and try again',
}

/** What is wrong with one field, by the code of the server's detail. */
const zhDetails = {
  invalid_type: '请填写',
  too_small: '太小或太短',
  too_big: '太大或太长',
  invalid_format: '格式不对',
  control_characters: '含有看不见的控制字符，请重新输入',
  unsafe_link: '链接只能是网址、站内路径、电话或小程序链接',
  threshold_below_amount: '使用门槛不能低于优惠金额',
  window_reversed: '结束时间要晚于开始时间',
  collecting_before_end: '兑奖截止不能早于活动结束',
  collecting_shortened: '会员已经看到兑奖截止时间，只能往后延',
  number_used: '这个单号已用在别的会员的包裹上',
  slug_taken: '这个链接已被其他页面使用，请换一个',
  stock_below_taken: '不能少于已发放的数量',
  expected_only_for_coupons: '只有优惠券可以按预计核销率占用',
  codes_are_stock: '合作券码的库存等于导入的券码数',
  other: '这一项不符合要求',
}

const enDetails: typeof zhDetails = {
  invalid_type: 'Please fill this in',
  too_small: 'Too small or too short',
  too_big: 'Too large or too long',
  invalid_format: 'Not in the right format',
  control_characters: 'Contains invisible control characters. Please type it again',
  unsafe_link: 'Use a web address, a path of this site, a phone number or a mini-program link',
  threshold_below_amount: 'The threshold cannot be below the amount off',
  window_reversed: 'The end must be after the start',
  collecting_before_end: 'Collecting cannot end before the campaign',
  collecting_shortened: 'Members were told this deadline: it only moves later',
  number_used: 'Another member’s parcel has this number',
  slug_taken: 'Another page uses this link. Choose another',
  stock_below_taken: 'Cannot be less than what has been given out',
  expected_only_for_coupons: 'Only coupons can be reserved by an expected rate',
  codes_are_stock: 'The stock of partner vouchers is the number of imported codes',
  other: 'This is not valid',
}

const zh = {
  failures: zhFailures,
  details: zhDetails,
  requestId: '请求编号 {id}',
  retry: '重试',
  failureTitle: '没能加载出来',
  notFoundTitle: '没有找到',
  forbiddenTitle: '你没有查看这里的权限',
  forbiddenText: '需要的话，请联系管理员为你开通。',
  signedOut: {
    title: '登录已过期',
    keepsWork: '你填写的内容还在。请在新标签页登录，再回到这里保存。',
    signIn: '去登录',
  },
}

const en: typeof zh = {
  failures: enFailures,
  details: enDetails,
  requestId: 'Request {id}',
  retry: 'Try again',
  failureTitle: 'This could not be loaded',
  notFoundTitle: 'Not found',
  forbiddenTitle: 'You may not see this',
  forbiddenText: 'If you need to, ask an administrator for access.',
  signedOut: {
    title: 'Your session is over',
    keepsWork: 'What you typed is still here. Sign in in a new tab, then come back and save.',
    signIn: 'Sign in',
  },
}

export const clientMessages = { 'zh-CN': zh, en }
