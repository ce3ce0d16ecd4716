// How the app looks on this phone: language, size of letters, light or dark, how periods are cut. Each choice shows at once.

import { periodRules } from '../../../programme/period.ts'
import { useApp, useWords } from '../context.ts'
import { textSizes, themes } from '../preference.ts'
import { Choice } from './choice.tsx'
import { LanguageSwitch } from './language-switch.tsx'

export function Looks() {
  const t = useWords()
  const { periodRule } = useApp().preferences
  return (
    <>
      <h2>{t('more.language')}</h2>
      <LanguageSwitch />
      <TextSizeChoice />
      <ThemeChoice />
      <h2>{t('more.periods')}</h2>
      <Choice
        options={periodRules.map((value) => ({ value, label: t(`more.periods.${value}`) }))}
        chosen={[periodRule.value]}
        onChoose={(value) => (periodRule.value = value as (typeof periodRules)[number])} // One of the options.
      />
    </>
  )
}

export function TextSizeChoice() {
  const t = useWords()
  const { textSize } = useApp().preferences
  return (
    <>
      <h2>{t('more.text-size')}</h2>
      <Choice
        options={textSizes.map((value) => ({ value, label: t(`more.text.${value}`) }))}
        chosen={[textSize.value]}
        onChoose={(value) => (textSize.value = value as (typeof textSizes)[number])} // One of the options.
      />
    </>
  )
}

export function ThemeChoice() {
  const t = useWords()
  const { theme } = useApp().preferences
  return (
    <>
      <h2>{t('begin.theme')}</h2>
      <Choice
        options={themes.map((value) => ({ value, label: t(`begin.theme.${value}`) }))}
        chosen={[theme.value]}
        onChoose={(value) => (theme.value = value as (typeof themes)[number])} // One of the options.
      />
    </>
  )
}
