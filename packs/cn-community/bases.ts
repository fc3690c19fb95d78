// The laws and standards by which this pack sorts, named without articles: numbers change, and who needs them reads the law.
import type { Category } from '#core/places/category.ts'

type Basis = NonNullable<Category['basis']>

export const bases = {
  components: {
    zh: 'GB/T 30428.2《数字化城市管理信息系统 第2部分：管理部件和事件》：部件',
    en: 'GB/T 30428.2, digital city management, part 2: components',
  },
  events: {
    zh: 'GB/T 30428.2《数字化城市管理信息系统 第2部分：管理部件和事件》：事件',
    en: 'GB/T 30428.2, digital city management, part 2: events',
  },
  community: {
    zh: '《城市居民委员会组织法》：居民的公共事务和公益事业',
    en: 'Organic Law of Urban Residents’ Committees: residents’ public affairs and welfare',
  },
  mediation: {
    zh: '《人民调解法》：自愿、平等地调解',
    en: 'People’s Mediation Law: mediation, if both sides wish',
  },
  property: {
    zh: '《物业管理条例》和物业服务合同',
    en: 'Property Management Regulation, and the service contract',
  },
  own: {
    zh: '《民法典》：本人的权利和义务，由本人决定',
    en: 'Civil Code: one’s own rights and duties, decided by oneself',
  },
  consumer: {
    zh: '《消费者权益保护法》：与经营者协商、投诉、调解、仲裁或诉讼',
    en: 'Consumer Protection Law: talk, complaint, mediation, arbitration or court',
  },
} as const satisfies Record<string, Basis>
