import type { FormFieldKind } from '../../schemas/submission'

const PERSONAL_KINDS: readonly FormFieldKind[] = ['name', 'phone', 'city']

/** Words by which a label asks for something personal, whatever its kind. */
const PERSONAL_LABEL =
  /姓名|名字|称呼|手机|电话|号码|微信|QQ|邮箱|住址|地址|身份证|证件|护照|生日|出生|年龄|性别|收入|职业|name|phone|mobile|mail|wechat|address|birth|passport|gender/i

/**
 * True of a field that asks for personal information (个人信息), for which the law wants consent to a
 * purpose (个人信息保护法, articles 13 and 17). Rather too often than not.
 */
export function isPersonal({ kind, label }: { kind: FormFieldKind; label: string }): boolean {
  return PERSONAL_KINDS.includes(kind) || PERSONAL_LABEL.test(label)
}
