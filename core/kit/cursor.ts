// Where a page of a list goes on. Each list says the form of its cursors, and what was not written by it (made up, cut short,
// of another list) is refused at the door like any other input that does not fit.
import { Type } from 'typebox'

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
/** Days there are: a database does not take February 30. */
const leapYears = '(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)'
const day =
  `(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)` +
  `|02-(?:0[1-9]|1\\d|2[0-8]))|${leapYears}-02-29)`
const instant = `${day}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,6})?(?:Z|\\+00:00)`
const code = '[0-9A-Za-z][0-9A-Za-z._-]{0,39}'
const number = `${code}-\\d{2}-\\d{5,12}`

const forms = {
  /** How many rows came before. */
  count: '\\d{1,9}',
  /** The serial of a row. */
  serial: '\\d{1,15}',
  uuid,
  instant,
  instantAndUuid: `${instant} ${uuid}`,
  instantWithUuid: `${instant}~${uuid}`,
  instantAndTag: `${instant} [rs]\\d{1,18}`,
  dayAndUuid: `${day} ${uuid}`,
  nameAndUuid: `[^\\p{Cc}]{1,250} ${uuid}`,
  codeAndUuid: `${code} ${uuid}`,
  login: '[^\\p{Cc}\\s]{1,100}',
  /** What is open before what is over, as the desk sorts; or by the day of the next review. */
  caseOrder: `(?:[01]{2}\\d{14}|(?:${day})?)${number}`,
  digitsAndNumber: `\\d{17,20}${number}`,
  digitsAndVoice: `\\d{20}${number}\\.\\d{1,9}`,
  digitsAndUuid: `\\d{20}${uuid}`,
  orderDue: `[01]~(?:-?\\d{1,12}\\.\\d{6}|Infinity)~${uuid}`,
} as const
export type CursorForm = keyof typeof forms

export const cursorPattern = (form: CursorForm): string => `^(?:${forms[form]})$`

/** What a list's input carries: at most 200 rows, from a cursor on. */
export const paged = (form: CursorForm) => ({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  after: Type.Optional(
    Type.String({
      maxLength: 300,
      pattern: cursorPattern(form),
      description: 'The `next` of the page before.',
    }),
  ),
})
