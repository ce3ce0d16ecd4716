// The days of each campaign: dates, or days of every year, as the document says them. What belongs to others is only told.

import { isDate } from '../../../model/civil-date.ts'
import type { Pack } from '../../../programme/pack.ts'
import { withEntry } from '../adapted-pack.ts'
import type { Adapting } from '../adapting.ts'
import { campaignKey } from '../pack-rows.ts'
import { campaignText } from '../pack-text.ts'
import { DateInput } from './date-field.tsx'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'
import { OfficeChanged } from './office-changed.tsx'
import { YearlyDay } from './yearly-day.tsx'

type Campaign = Pack['campaigns'][number]
const OPEN = 'uncertain'

export const AdaptCampaigns = ({ adapting }: { adapting: Adapting }) => (
  <>
    {adapting.plan.campaigns.map((campaign, place) => (
      <OneCampaign key={campaign.id} adapting={adapting} campaign={campaign} place={place} />
    ))}
  </>
)

function OneCampaign({ adapting, campaign, place }: { adapting: Adapting; campaign: Campaign; place: number }) {
  const { plan, shipped, saying, set } = adapting
  const { t, language } = saying
  const written = shipped?.campaigns.find(({ id }) => id === campaign.id)
  const put = (days: Partial<Pick<Campaign, 'from' | 'to'>>) => set(withEntry(plan, 'campaigns', place, (one) => ({ ...one, ...days })))
  const isOpen = campaign.from === OPEN || campaign.to === OPEN
  return (
    <div class="adapt-part">
      <h3>{campaign.name[language]}</h3>
      {campaign.contextOnly ? (
        <p class="hint">{`${campaignText(campaign, saying)} (${t('programme.context-only')})`}</p>
      ) : (
        (['from', 'to'] as const).map((end) => (
          <CampaignDay key={end} adapting={adapting} campaign={campaign} place={place} end={end} onChange={(day) => put({ [end]: day ?? OPEN })} />
        ))
      )}
      {isOpen && campaign.said.doubt && (
        <p class="hint" lang="vi">
          {campaign.said.doubt}
        </p>
      )}
      <OfficeChanged adapting={adapting} line={campaignKey(campaign.id)} undo={written && (() => put({ from: written.from, to: written.to }))} />
    </div>
  )
}

interface CampaignDayProps {
  adapting: Adapting
  campaign: Campaign
  place: number
  end: 'from' | 'to'
  onChange: (day: string | undefined) => void
}

function CampaignDay({ adapting, campaign, place, end, onChange }: CampaignDayProps) {
  const { t, language } = adapting.saying
  const id = fieldId(['pack', 'campaigns', String(place), end])
  const value = campaign[end]
  const error = adapting.errorAt('campaigns', place, end)
  const isYearly = !isDate(campaign.from) && !isDate(campaign.to) && !(campaign.from === OPEN && campaign.to === OPEN)
  return (
    <Field id={id} label={t(`form.${end}`)} error={error} group>
      {isYearly ? (
        <YearlyDay id={id} value={value === OPEN ? '' : value} wrong={error !== undefined} onChange={onChange} />
      ) : (
        <DateInput
          id={id}
          label={`${campaign.name[language]}, ${t(`form.${end}`)}`}
          value={value === OPEN ? undefined : value}
          error={error}
          onChange={onChange}
        />
      )}
    </Field>
  )
}
