// Choosing between versions: a question for each thing that differs, the reason where the record is another's or lies in a locked
// period, one button.

import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Problem } from '../../../model/problem.ts'
import type { Fields } from '../../../model/record.ts'
import { removeRecord, resolveConflict } from '../../store/save.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { type Choices, fieldsChosen, isAsked, questionsOf, removalsOf } from '../decision.ts'
import { useIsLocked } from '../locks.ts'
import { editPath, recordPath } from '../record-path.ts'
import type { VersionWords } from '../version-words.ts'
import { ErrorSummary } from './error-summary.tsx'
import { Icon } from './icon.tsx'
import { Page } from './page.tsx'
import { Reason } from './reason.tsx'
import { type Fate, RemovalQuestion } from './removal-question.tsx'
import { VersionQuestion } from './version-question.tsx'

interface DecidingProps {
  record: Shown
  name: string
  words: VersionWords
}

export function Deciding({ record, name, words }: DecidingProps) {
  const t = useWords()
  const me = useMe()
  const form = useDecision(record)
  const { fate, choices, asked, removals } = form
  const isOthers = record.author !== me.identity.account
  const bar = (
    <button type="button" class="button primary" onClick={() => void form.submit()}>
      <Icon name="check" />
      {t('decide.save')}
    </button>
  )
  return (
    <Page title={t('decide.title')} back={recordPath(record.kind, record.id)} bar={bar}>
      <ErrorSummary kind={record.kind} problems={form.problems} attempt={form.attempt} />
      <section class="card">
        <h2>{name}</h2>
        <p>{asked.length + removals.length === 0 ? t('decide.alike') : t('decide.intro')}</p>
      </section>
      <form class="stack" ref={form.box} noValidate onSubmit={(event) => event.preventDefault()}>
        <RemovalQuestion
          removals={removals}
          isOwnEdit={removals.some(({ change }) => words.isOwn(change))}
          pick={{ chosen: fate, isMissing: form.attempt > 0 && fate === undefined, onPick: form.setFate }}
        />
        {fate !== 'remove' &&
          asked.map((question) => (
            <VersionQuestion
              key={question.key}
              record={record}
              question={question}
              words={words}
              pick={{
                chosen: choices[question.key],
                isMissing: form.attempt > 0 && choices[question.key] === undefined,
                onPick: (version) => form.choose(question.key, version),
              }}
            />
          ))}
        {(isOthers || form.isLocked || form.isReasonMissing) && (
          <Reason
            authorName={isOthers ? record.authorName : undefined}
            isLocked={form.isLocked}
            reason={form.reason}
            isMissing={form.isReasonMissing}
            onInput={form.setReason}
          />
        )}
      </form>
      <a class="button" href={`${editPath(record.kind, record.id)}?decide`}>
        <Icon name="edit" />
        {t('decide.by-hand')}
      </a>
      <a class="button quiet start" href={`/history/${record.id}`}>
        <Icon name="again" />
        {t('history.link')}
      </a>
    </Page>
  )
}

function useDecision(record: Shown) {
  const app = useApp()
  const { route } = useLocation()
  const [choices, setChoices] = useState<Choices>({})
  const [fate, setFate] = useState<Fate | undefined>(undefined)
  const [reason, setReason] = useState('')
  const [problems, setProblems] = useState<Problem[]>([])
  const [attempt, setAttempt] = useState(0)
  const box = useRef<HTMLFormElement>(null)
  const questions = questionsOf(record)
  const removals = removalsOf(record)
  const asked = questions.filter(isAsked)
  const isLocked = useIsLocked()
  const before: Fields = record.data
  const after = { ...before, ...fieldsChosen(questions, choices) }
  // What was left open takes the focus, first of all.
  useEffect(() => {
    if (attempt > 0) box.current?.querySelector<HTMLElement>('fieldset.wrong, .wrong input')?.focus()
  }, [attempt])

  async function submit() {
    const isOpen = (removals.length > 0 && fate === undefined) || (fate !== 'remove' && asked.some(({ key }) => choices[key] === undefined))
    const { store, environment, units, toast, wakeSync } = app
    const why = reason.trim() || undefined
    const decided = isOpen
      ? undefined
      : fate === 'remove'
        ? await removeRecord(store, environment, units.value.lookup, record.id, why)
        : await resolveConflict(store, environment, units.value.lookup, record.id, fieldsChosen(questions, choices), why)
    if (!decided?.ok) {
      setProblems(decided?.problem ?? [])
      return setAttempt(attempt + 1)
    }
    toast.value = { text: app.t.value('decide.done') }
    wakeSync()
    route(recordPath(record.kind, record.id), true)
  }

  return {
    ...{ choices, fate, reason, attempt, box, asked, removals, submit, setFate, setReason },
    problems: problems.filter(({ code }) => code !== 'reason-needed'),
    isLocked: isLocked(before['unit'], before['date']) || isLocked(after['unit'], after['date']),
    isReasonMissing: problems.some(({ code }) => code === 'reason-needed'),
    choose: (question: string, version: string) => setChoices({ ...choices, [question]: version }),
  }
}
