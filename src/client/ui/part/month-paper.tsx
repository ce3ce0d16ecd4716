// The month as a page of paper: heading, sums, a line for each village, the sessions, what is still missing, where the
// figures come from, and room to sign.

import type { Unit } from '../../../model/unit.ts'
import type { RegularPeriod } from '../../../programme/period.ts'
import { formatDate, formatMoment, formatNumber } from '../../../text/format.ts'
import { type MonthReport, type Total, totalOf } from '../../report/month.ts'
import { useApp, useNow, useWords } from '../context.ts'
import type { CoverageNow } from '../coverage.ts'
import { attendanceSaid } from '../month-text.ts'
import { periodDates, periodName } from '../period-name.ts'
import { fieldLabel, termName, unitName } from '../words.ts'
import { TableRegion } from './table-region.tsx'
import './figure.css'
import './month-paper.css'

export interface MonthProps {
  commune: Unit
  period: RegularPeriod
  report: MonthReport
  now: CoverageNow
}

const perVillage = ['female', 'minority', 'firstTime'] as const

export function MonthPaper(props: MonthProps) {
  const t = useWords()
  const { commune, period, report } = props
  const practice = useApp().identity.value?.scope.practice
  return (
    <article class="paper">
      {practice && <p class="paper-practice">{t('practice.mark')}</p>}
      <header class="paper-head">
        <p>{unitName(commune, t)}</p>
        <h2>{t('month.heading', { period: periodName(period, t) })}</h2>
        <p>{periodDates(period, t)}</p>
      </header>
      {report.sessions.length === 0 ? (
        <p>{t('month.none')}</p>
      ) : (
        <>
          <Sums report={report} />
          <VillageTable report={report} />
        </>
      )}
      <MissingVillages report={report} />
      <Footer {...props} />
      {report.sessions.length > 0 && <SessionTable {...props} />}
    </article>
  )
}

function Sums({ report }: { report: MonthReport }) {
  const t = useWords()
  const language = useApp().preferences.language.value
  const { coverage, sessions, totals, materials } = report
  const number = (value: number) => formatNumber(value, language)
  return (
    <dl class="figures paper-sums">
      <Sum label={t('coverage.sessions')} value={number(sessions.length)} />
      {coverage.villages.denominator > 0 && <Sum label={t('month.villages')} value={`${coverage.villages.numerator} / ${coverage.villages.denominator}`} />}
      {totals.map((total) => (
        <Sum
          key={total.name}
          label={total.name === 'total' ? t('coverage.attendance') : fieldLabel(t, 'session', ['counts', total.name])}
          value={number(total.sum)}
          note={total.given < sessions.length ? t('month.given', { given: total.given, sessions: sessions.length }) : undefined}
        />
      ))}
      {materials.map(({ kind, quantity }) => (
        <Sum key={kind} label={termName(t, 'materialKind', kind)} value={number(quantity)} />
      ))}
    </dl>
  )
}

function Sum({ label, value, note }: { label: string; value: string; note?: string | undefined }) {
  return (
    <div>
      <dt>
        {label} {note && <span class="hint">{note}</span>}
      </dt>
      <dd>{value}</dd>
    </div>
  )
}

function VillageTable({ report }: { report: MonthReport }) {
  const t = useWords()
  const { units, preferences } = useApp()
  const number = (value: number) => formatNumber(value, preferences.language.value)
  // A sum over some of the sessions only is marked: 9 of the women is not all of them.
  const said = (total: Total | undefined, sessions: number) => (total ? `${number(total.sum)}${total.given < sessions ? '*' : ''}` : '–')
  const isPart = perVillage.some((name) => (totalOf(report.totals, name)?.given ?? 0) < report.sessions.length)
  return (
    <TableRegion label={t('month.by-village')}>
      <table>
        <caption>{t('month.by-village')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.session.unit')}</th>
            <th scope="col">{t('month.sessions')}</th>
            <th scope="col">{t('coverage.attendance')}</th>
            {perVillage.map((name) => (
              <th scope="col" key={name}>
                {fieldLabel(t, 'session', ['counts', name])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.villages.map((line) => (
            <tr key={line.unit}>
              <th scope="row">{unitName(units.value.lookup(line.unit), t)}</th>
              <td>{line.sessions === 0 ? '–' : line.sessions}</td>
              <td>{line.sessions === 0 ? '–' : number(line.attendance)}</td>
              {perVillage.map((name) => (
                <td key={name}>{said(totalOf(line.totals, name), line.sessions)}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('month.sum')}</th>
            <td>{number(report.sessions.length)}</td>
            <td>{number(report.coverage.attendance)}</td>
            {perVillage.map((name) => (
              <td key={name}>{said(totalOf(report.totals, name), report.sessions.length)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
      {report.villages.some(({ sessions }) => sessions === 0) && <p class="hint">{t('month.dash')}</p>}
      {isPart && <p class="hint">{t('month.some-only')}</p>}
    </TableRegion>
  )
}

function SessionTable({ report, now }: MonthProps) {
  const t = useWords()
  const { units, preferences } = useApp()
  return (
    <div class="paper-annex">
      <TableRegion label={t('month.list')}>
        <table>
          <caption>{t('month.list')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('field.session.date')}</th>
              <th scope="col">{t('field.session.unit')}</th>
              <th scope="col">{t('field.session.form')}</th>
              <th scope="col">{t('field.session.topics')}</th>
              <th scope="col">{t('coverage.attendance')}</th>
            </tr>
          </thead>
          <tbody>
            {report.sessions.map(({ id, data }) => (
              <tr key={id}>
                <td>{formatDate(data.date)}</td>
                <th scope="row">{unitName(units.value.lookup(data.unit), t)}</th>
                <td class="words">{termName(t, 'form', data.form)}</td>
                <td class="words">{data.topics.map((topic) => termName(t, 'topic', topic)).join(', ')}</td>
                <td>{attendanceSaid({ id, data }, now, { t, language: preferences.language.value })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </div>
  )
}

function MissingVillages({ report }: { report: MonthReport }) {
  const t = useWords()
  const { units } = useApp()
  const { missing } = report.coverage.villages
  if (missing.length === 0) return null
  return (
    <p>
      <b>{t('month.missing', { count: missing.length })}</b> {missing.map(({ village }) => unitName(units.value.lookup(village), t)).join(', ')}.
    </p>
  )
}

function Footer({ commune, now }: MonthProps) {
  const t = useWords()
  const time = useNow()
  return (
    <footer class="paper-foot">
      <p class="hint">
        {t('coverage.as-of', { time: formatMoment(now.figures.asOf, time) })} {now.waiting > 0 && t('coverage.with-waiting', { count: now.waiting })}{' '}
        {now.attention > 0 && t('coverage.without-attention', { count: now.attention })}{' '}
        {now.undecided.size > 0 && t('month.undecided', { count: now.undecided.size })} {t('coverage.attendance-note')}
      </p>
      <div class="paper-sign">
        <p>{t('month.place-date', { place: unitName(commune, t) })}</p>
        <p>
          <b>{t('month.signed')}</b>
        </p>
      </div>
    </footer>
  )
}
