// What residents of a Chinese community are asked to choose from when they are asked for what they need most. Themes
// name these codes; a survey may leave some out and add its own.
import type { Option } from '#core/surveys/question.ts'

const need = (code: string, zh: string, en: string): Option => ({ code, label: { zh, en } })

export const needs: readonly Option[] = [
  need('clinic', '看病买药近一点', 'Doctor and pharmacy nearby'),
  need('chronic', '慢病管理、上门护理', 'Help with chronic illness, nursing at home'),
  need('fitness', '健身和养生课', 'Exercise and health classes'),
  need('meals', '老年食堂、送餐', 'Canteen and meals for the old'),
  need('eldercare', '日间照料、陪护', 'Day care and company for the old'),
  need('childcare', '托育和放学后托管', 'Childcare and after-school care'),
  need('family', '亲子活动、家庭辅导', 'Family activities and counselling'),
  need('neighbours', '邻里互助、议事', 'Neighbours helping and deciding together'),
  need('market', '菜市、便民小店', 'Market and everyday shops'),
  need('culture', '文化娱乐、街区活动', 'Culture and life in the street'),
  need('smart', '线上办事、智能门禁', 'Services online, smart doors'),
  need('law', '法律咨询、调解', 'Legal advice and mediation'),
  need('jobs', '就业创业帮助', 'Help with work and starting a business'),
  need('parking', '停车和道路', 'Parking and roads'),
  need('lift', '加装电梯、无障碍', 'Lifts and step-free ways'),
  need('safety', '夜间照明、治安', 'Light and safety at night'),
]
