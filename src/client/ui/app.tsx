// Which screen stands at which address, and what surrounds all of them.

import { Component, type ComponentChildren } from 'preact'
import { LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso'
import { type App, AppContext, useApp, useWords } from './context.ts'
import { Home } from './page/home.tsx'
import { LanguageSwitch } from './part/language-switch.tsx'
import { Later } from './part/later.tsx'
import { Page } from './part/page.tsx'
import { StorageBanner } from './part/storage-banner.tsx'
import { Tabs } from './part/tabs.tsx'
import { ToastArea } from './part/toast.tsx'
import { formPaths, listPaths } from './record-path.ts'

// A phone that belongs to nobody needs one screen, which is here; every other is its own chunk, kept by the service worker with
// the rest of the app.
const Enrol = lazy(() => import('./page/enrol.tsx').then((page) => page.Enrol))
const FirstRun = lazy(() => import('./page/first-run.tsx').then((page) => page.FirstRun))
const TryOut = lazy(() => import('./page/try-out.tsx').then((page) => page.TryOut))
const EarlierDevices = lazy(() => import('./page/earlier-devices.tsx').then((page) => page.EarlierDevices))
const Sessions = lazy(() => import('./page/sessions.tsx').then((page) => page.Sessions))
const SessionNew = lazy(() => import('./page/session-edit.tsx').then((page) => page.SessionNew))
const SessionEdit = lazy(() => import('./page/session-edit.tsx').then((page) => page.SessionEdit))
const SessionDetail = lazy(() => import('./page/session-detail.tsx').then((page) => page.SessionDetail))
const Sites = lazy(() => import('./page/sites.tsx').then((page) => page.Sites))
const SiteNew = lazy(() => import('./page/site-edit.tsx').then((page) => page.SiteNew))
const SiteEdit = lazy(() => import('./page/site-edit.tsx').then((page) => page.SiteEdit))
const SiteDetail = lazy(() => import('./page/site-detail.tsx').then((page) => page.SiteDetail))
const CoveragePage = lazy(() => import('./page/coverage.tsx').then((page) => page.CoveragePage))
const AreaPage = lazy(() => import('./page/area.tsx').then((page) => page.AreaPage))
const AreaUnit = lazy(() => import('./page/area-unit.tsx').then((page) => page.AreaUnit))
const IndicatorPage = lazy(() => import('./page/indicator.tsx').then((page) => page.IndicatorPage))
const Reports = lazy(() => import('./page/reports.tsx').then((page) => page.Reports))
const ReportNew = lazy(() => import('./page/report-new.tsx').then((page) => page.ReportNew))
const ReportPage = lazy(() => import('./page/report.tsx').then((page) => page.ReportPage))
const FigurePage = lazy(() => import('./page/figure.tsx').then((page) => page.FigurePage))
const MonthPage = lazy(() => import('./page/month.tsx').then((page) => page.MonthPage))
const Plans = lazy(() => import('./page/plans.tsx').then((page) => page.Plans))
const Registers = lazy(() => import('./page/registers.tsx').then((page) => page.Registers))
const RegisterForm = lazy(() => import('./page/register-form.tsx').then((page) => page.RegisterForm))
const Adopt = lazy(() => import('./page/adopt.tsx').then((page) => page.Adopt))
const ProgrammePage = lazy(() => import('./page/programme.tsx').then((page) => page.ProgrammePage))
const VillageChangePage = lazy(() => import('./page/village-change.tsx').then((page) => page.VillageChangePage))
const ImportPage = lazy(() => import('./page/import.tsx').then((page) => page.ImportPage))
const Sending = lazy(() => import('./page/sending.tsx').then((page) => page.Sending))
const Conflict = lazy(() => import('./page/conflict.tsx').then((page) => page.Conflict))
const History = lazy(() => import('./page/history.tsx').then((page) => page.History))
const Handbook = lazy(() => import('./page/handbook.tsx').then((page) => page.Handbook))
const Submissions = lazy(() => import('./page/submissions.tsx').then((page) => page.Submissions))
const SubmissionPage = lazy(() => import('./page/submission.tsx').then((page) => page.SubmissionPage))
const Quality = lazy(() => import('./page/quality.tsx').then((page) => page.Quality))
const passingEnrol = () => import('./page/stand-aside.tsx').then((page) => page.PassingEnrol)
const More = lazy(() => import('./page/more.tsx').then((page) => page.More))
const TallySheet = lazy(() => import('./page/tally-sheet.tsx').then((page) => page.TallySheet))

/** Fetches the screens of daily work while the phone has nothing else to do, so that a first tap doesn't wait. */
export const warmScreens = (): Promise<unknown> =>
  Promise.all([
    import('./page/recovery.tsx'),
    import('./page/session-edit.tsx'),
    import('./page/sessions.tsx'),
    import('./page/session-detail.tsx'),
    import('./page/coverage.tsx'),
  ])

export function Root({ app }: { app: App }) {
  return (
    <AppContext.Provider value={app}>
      <LocationProvider>
        <StorageBanner />
        <Boundary app={app}>
          <Screens />
        </Boundary>
        <ToastArea />
      </LocationProvider>
    </AppContext.Provider>
  )
}

function Screens() {
  const { identity, earlierDevices, passing } = useApp()
  const { path } = useLocation()
  if (path === '/try-out') return <Router key="try-out">{[<Route key="try-out" default component={TryOut} />]}</Router>
  if (!identity.value || path === '/enrol') {
    if (passing) return <Later load={passingEnrol} given={{ userAgent: passing }} />
    return <Router key="enrol">{[<Route key="enrol" default component={Enrol} />]}</Router>
  }
  if (earlierDevices.value) return <Router key="earlier">{[<Route key="earlier" default component={EarlierDevices} />]}</Router>
  if (identity.value.isNew && path === '/') return <Router key="first-run">{[<Route key="first-run" default component={FirstRun} />]}</Router>
  if (isBroken(path)) return <NotFound />
  return (
    <>
      <Router onRouteChange={() => window.scrollTo(0, 0)}>
        <Route path="/" component={Home} />
        <Route path="/sessions" component={Sessions} />
        <Route path="/session/new" component={SessionNew} />
        <Route path="/session/:id" component={SessionDetail} />
        <Route path="/session/:id/edit" component={SessionEdit} />
        <Route path="/sites" component={Sites} />
        <Route path="/site/new" component={SiteNew} />
        <Route path="/site/:id" component={SiteDetail} />
        <Route path="/site/:id/edit" component={SiteEdit} />
        <Route path="/coverage" component={CoveragePage} />
        <Route path="/area" component={AreaPage} />
        <Route path="/area/:id" component={AreaUnit} />
        <Route path="/indicator/:id" component={IndicatorPage} />
        <Route path="/reports" component={Reports} />
        <Route path="/report/new" component={ReportNew} />
        <Route path="/report/:id" component={ReportPage} />
        <Route path="/figure" component={FigurePage} />
        <Route path="/month" component={MonthPage} />
        <Route path="/sending" component={Sending} />
        <Route path="/decide/:id" component={Conflict} />
        <Route path="/history/:id" component={History} />
        <Route path="/plans" component={Plans} />
        <Route path="/handbook/:id?" component={Handbook} />
        {listPaths.map((list) => (
          <Route key={list} path={list} component={Registers} />
        ))}
        <Route path="/programme/new" component={Adopt} />
        <Route path="/programme/:id/edit" component={ProgrammePage} />
        {formPaths.map((form) => (
          <Route key={form} path={form} component={RegisterForm} />
        ))}
        <Route path="/village/:id/change/:act" component={VillageChangePage} />
        <Route path="/import/:kind" component={ImportPage} />
        <Route path="/submissions" component={Submissions} />
        <Route path="/submission/:id" component={SubmissionPage} />
        <Route path="/quality" component={Quality} />
        <Route path="/more" component={More} />
        <Route path="/tally-sheet" component={TallySheet} />
        <Route default component={NotFound} />
      </Router>
      <Tabs />
    </>
  )
}

/** The router would fail at a sequence of % that stands for no letter. */
function isBroken(path: string): boolean {
  try {
    return !decodeURI(path)
  } catch {
    return true
  }
}

function NotFound() {
  const t = useWords()
  return (
    <Page title={t('not-found.title')} back="/">
      <p class="card">{t('not-found.what')}</p>
    </Page>
  )
}

interface BoundaryProps {
  app: App
  children: ComponentChildren
}

/** A fault in one screen: plain words, nothing lost, a way on. The cause goes to the console for whoever mends it. */
class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  // Not as a field: those of browsers as old as the app runs in take half a kilobyte of helpers.
  constructor(props: BoundaryProps) {
    super(props)
    this.state = { failed: false }
  }

  override componentDidCatch(cause: unknown) {
    console.error(cause)
    this.setState({ failed: true })
  }

  override render() {
    if (!this.state.failed) return this.props.children
    const t = this.props.app.t.value
    return (
      <Page title={t('trouble.failed')}>
        <p class="card bad">{t('trouble.screen')}</p>
        <a class="button primary" href="/" onClick={reload}>
          {t('trouble.retry')}
        </a>
        <LanguageSwitch />
      </Page>
    )
  }
}

function reload(event: Event) {
  event.preventDefault()
  event.stopPropagation()
  window.location.assign('/')
}
