import { formatPlainDate } from '../../../lib/dates/format.ts';
import { say } from '../../../lib/locale.ts';
import {
  BackLink,
  ButtonGroup,
  Card,
  DefinitionRows,
  Details,
  LinkButton,
  type PageFrame,
  PageTitle,
  PromiseBox,
  type RequirementItem,
  RequirementList,
  Split,
  StepList,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { OpeningRow } from '../opening.ts';
import { feeSentence, promiseText, sentence } from '../promise.ts';
import type { ServiceSheet } from '../sheet.ts';
import { CatalogueFrame } from './citizen-frame.tsx';
import { ClosedNotice } from './closed-notice.tsx';
import { ChannelLines } from './complaint-channels.tsx';

export interface ServiceProps {
  readonly frame: PageFrame;
  readonly sheet: ServiceSheet;
}

/** The service page: its published standard in the words of the person who needs it (look.md 5.3). */
export function ServiceView({ frame, sheet }: ServiceProps) {
  const { locale } = frame;
  const words = messagesFor(locale).service;
  const { standard } = sheet.definition;
  const { closing } = sheet.service;
  return (
    <CatalogueFrame frame={frame} title={sheet.title} description={sheet.summary}>
      <BackLink href="/layanan" label={words.all} />
      <PageTitle title={sheet.title} lead={sheet.summary} />
      <Split aside={<Aside frame={frame} sheet={sheet} />}>
        {closing ? (
          <ClosedNotice frame={frame} sheet={sheet} closing={closing} />
        ) : (
          <Start frame={frame} sheet={sheet} />
        )}
        <h2>{words.prepare}</h2>
        {sheet.requirements.length > 0 ? (
          <RequirementList items={sheet.requirements.map((one) => requirementItem(one, words))} />
        ) : (
          <p>{words.nothingToPrepare}</p>
        )}
        <h2>{words.steps}</h2>
        <StepList
          items={standard.procedure.map((step) => ({ title: say(step.text, locale), note: words.who[step.who] }))}
        />
        <h2>{words.about}</h2>
        <DefinitionRows rows={aboutRows(sheet, frame)} />
        <Details summary={words.legal}>
          <ul>
            {standard.legal.map((legal) => (
              <li key={legal}>{legal}</li>
            ))}
          </ul>
        </Details>
        <h2>{words.papers}</h2>
        <ul class="links">
          <li>
            <a href={`/layanan/${sheet.service.slug}/standar`}>{words.standard}</a>
          </li>
          <li>
            <a href={`/layanan/${sheet.service.slug}/sop`}>{messagesFor(locale).sop.title}</a>
          </li>
          <li>
            <a href={`/layanan/${sheet.service.slug}/formulir`}>{words.blankForm}</a>
          </li>
        </ul>
      </Split>
    </CatalogueFrame>
  );
}

function Start({ frame, sheet }: ServiceProps) {
  const words = messagesFor(frame.locale).service;
  return (
    <>
      <ServicePromise frame={frame} sheet={sheet} />
      <ButtonGroup>
        {sheet.emergency && (
          <LinkButton href={`tel:${sheet.emergency}`} icon="phone">
            {words.call(sheet.emergency)}
          </LinkButton>
        )}
        <LinkButton href={`/layanan/${sheet.service.slug}/mulai`} kind={sheet.emergency ? 'secondary' : 'primary'}>
          {words.start}
        </LinkButton>
      </ButtonGroup>
      <p class="small">{words.noAccount}</p>
      <p>
        <a href={`/layanan/${sheet.service.slug}/bantu`}>{words.companion}</a>
      </p>
    </>
  );
}

function ServicePromise({ frame, sheet }: ServiceProps) {
  const { locale } = frame;
  const words = messagesFor(locale).service;
  const { standard, channels, clocks } = sheet.definition;
  const counted = clocks.find((clock) => clock.id === 'promise')?.start ?? 'sent';
  const basis = sheet.aroundTheClock && counted === 'sent' ? words.aroundTheClock : words.countedFrom[counted];
  // Where the figure comes from is said on the standard's own page; here it would read like an editor's remark.
  const note = basis;
  return (
    <PromiseBox
      headline={promiseText(sheet.definition, locale)}
      note={note}
      facts={[
        { icon: 'receipt', text: sheet.fee },
        channels.some((channel) => channel === 'web' || channel === 'mobile')
          ? { icon: 'home', text: words.fromHome }
          : { icon: 'building', text: words.atCounter },
        { icon: 'clock', text: standard.hours.accept === '24-jam' ? words.always : words.officeHours },
      ]}
    />
  );
}

type Words = ReturnType<typeof messagesFor>['service'];
function requirementItem(one: ServiceSheet['requirements'][number], words: Words): RequirementItem {
  const kinds = { file: '', data: words.typed, 'original-shown': words.shown } as const;
  const need = { hard: '', soft: words.soft, no: words.optional } as const;
  const condition = one.condition && sentence(one.condition.charAt(0).toUpperCase() + one.condition.slice(1));
  // What the definition says itself comes first; our own sentence stands only where it says nothing.
  const own = one.note ? '' : kinds[one.kind];
  const notes = [condition, one.why, one.note, one.legal && words.basis(one.legal), own, need[one.required]];
  const note = [...new Set(notes.filter(Boolean).map(sentence))].join(' ');
  const picture = one.kind === 'data' ? 'pencil' : /foto|photo/i.test(one.label) ? 'camera' : 'document';
  return { label: one.label, note: note || undefined, icon: picture };
}

function aboutRows(sheet: ServiceSheet, frame: PageFrame) {
  const { locale, region } = frame;
  const { standard } = sheet.definition;
  const words = messagesFor(locale);
  const accepted = standard.hours.accept === '24-jam';
  const always = sheet.aroundTheClock ? words.service.acceptedAround : words.service.acceptedAlways;
  const free = standard.fee.amount === 0 ? ` ${words.fee.note}` : '';
  return [
    { label: words.service.fee, value: `${feeSentence(sheet.definition, locale)}${free}` },
    { label: words.service.result, value: sentence(say(standard.product, locale)) },
    { label: words.service.accepted, value: accepted ? always : words.service.acceptedOffice },
    { label: words.service.opening, value: <Opening rows={sheet.opening} zone={region.zoneLabel} /> },
    ...(sheet.aroundTheClock ? [{ label: words.service.processed, value: words.service.processedAround }] : []),
    { label: words.service.responsible, value: sheet.unitName },
    ...(sheet.officer.role
      ? [{ label: words.service.decidedBy, value: `${sheet.officer.role}, ${sheet.officer.unitName}` }]
      : []),
  ];
}

/** Opening hours, a line per group of days. */
export function Opening({ rows, zone }: { rows: readonly OpeningRow[]; zone: string }) {
  return (
    <>
      {rows.map(({ days, hours }, index) => (
        <div key={days}>
          {days}: {hours}
          {index === 0 && ` ${zone}`}
        </div>
      ))}
    </>
  );
}

function Aside({ frame, sheet }: ServiceProps) {
  const { locale, region } = frame;
  const words = messagesFor(locale).service;
  const { unit, maklumat, complaints, service } = sheet;
  const date = formatPlainDate(service.version.publishedAt, { timezone: region.timezone, locale });
  return (
    <>
      <Card quiet>
        <h2>{sheet.unitName}</h2>
        {unit?.details.address && <p>{unit.details.address}</p>}
        {unit?.details.phone && (
          <p>
            {words.phone}: <span class="num">{unit.details.phone}</span>
          </p>
        )}
        {sheet.officer.role && (
          <p>
            {words.officer}: <b>{sheet.officer.role}</b>
          </p>
        )}
        <p>
          {words.question} <a href="/bantuan">{words.ask}</a>
        </p>
      </Card>
      {(complaints.service || sheet.channels.length > 0) && (
        <Card>
          <h2>{words.complaint}</h2>
          <p>{words.complaintText}</p>
          {complaints.service && (
            <LinkButton href={`/layanan/${complaints.service}`} kind="secondary" icon="megaphone">
              {words.complaintButton}
            </LinkButton>
          )}
          <Details summary={words.otherChannels}>
            <ChannelLines channels={sheet.channels} locale={locale} />
          </Details>
        </Card>
      )}
      {maklumat && (
        <Details summary={words.maklumat}>
          <p>{say(maklumat.text, locale)}</p>
          {maklumat['signed-by'] && <p class="small">{say(maklumat['signed-by'], locale)}</p>}
        </Details>
      )}
      <p class="small">{words.version(service.version.version, date)}</p>
    </>
  );
}
