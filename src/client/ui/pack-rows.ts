// What an office may change of an adopted plan, as lines of label and words: two states of a plan are compared line by line,
// in its history, where two have said different things, and with the document that it was made from. Pure.

import { campaignText, dueText, type Saying, targetText } from './pack-text.ts'
import { campaignsOf, hotlinesOf, indicatorName, indicatorsOf, reportsOf, ruleOf, slogansOf } from './pack-words.ts'

export interface PackRow {
  /** The same line in another state of the plan. */
  key: string
  label: string
  text: string
}

export function packRows(pack: Record<string, unknown>, saying: Saying): PackRow[] {
  const { t, language } = saying
  return [
    ...(pack['rule'] === undefined ? [] : [{ key: 'rule', label: t('programme.rule'), text: t(`more.periods.${ruleOf(pack)}`) }]),
    ...indicatorsOf(pack).flatMap(({ id, targets = [] }) =>
      targets.map((target, place) => ({
        key: targetKey(id, place),
        label: `${t('programme.row-target', { name: indicatorName(pack, id, language) })}${place > 0 ? ` (${place + 1})` : ''}`,
        text: targetText(target, saying),
      })),
    ),
    ...reportsOf(pack).map(({ id, name, due }) => ({
      key: reportKey(id),
      label: t('programme.row-due', { name: name[language] }),
      text: dueText(due, saying),
    })),
    ...campaignsOf(pack).map(({ id, name, from, to }) => ({
      key: campaignKey(id),
      label: t('programme.row-campaign', { name: name[language] }),
      text: campaignText({ from, to }, saying),
    })),
    ...hotlinesOf(pack).map(({ name, number }) => ({
      key: hotlineKey(name.vi),
      label: t('programme.row-hotline', { name: name[language] }),
      text: number ?? t('programme.no-number'),
    })),
    ...slogansOf(pack).map(({ text }) => ({ key: sloganKey(text), label: t('programme.row-slogan'), text })),
  ]
}

export const targetKey = (indicator: string, place: number): string => `indicators.${indicator}.${place}`
export const reportKey = (id: string): string => `reports.${id}`
export const campaignKey = (id: string): string => `campaigns.${id}`
/** Hotlines and slogans have no id: one that is called otherwise is another one. */
export const hotlineKey = (name: string): string => `hotlines.${name}`
export const sloganKey = (text: string): string => `slogans.${text}`
