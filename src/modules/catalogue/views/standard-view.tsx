import { Fragment } from 'preact';
import { formatPlainDate } from '../../../lib/dates/format.ts';
import type { Locale } from '../../../lib/locale.ts';
import {
  BackLink,
  ButtonGroup,
  DefinitionRows,
  Details,
  LinkButton,
  type PageFrame,
  PageTitle,
  PlainPage,
  StatusTag,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { ServiceSheet } from '../sheet.ts';
import { type Component, isPublished } from '../standard.ts';
import { CatalogueFrame } from './citizen-frame.tsx';

export interface StandardProps {
  readonly frame: PageFrame;
  readonly sheet: ServiceSheet;
  readonly components: readonly Component[];
  readonly marks: boolean; // an administrator sees what is not confirmed
}

/** The whole standard: fourteen components by their official names, version, sources, and ways to take it along. */
export function StandardView(props: StandardProps) {
  const { frame, sheet } = props;
  const words = messagesFor(frame.locale).standard;
  const path = `/layanan/${sheet.service.slug}`;
  return (
    <CatalogueFrame frame={frame} title={`${words.title}: ${sheet.title}`}>
      <BackLink href={path} label={words.back} />
      <PageTitle title={`${words.title}: ${sheet.title}`} lead={words.lead} />
      <Components {...props} />
      <h2>{words.about}</h2>
      <DefinitionRows rows={aboutRows(sheet, frame)} />
      <Sources sheet={sheet} locale={frame.locale} />
      <h2>{words.take}</h2>
      <ButtonGroup>
        <LinkButton href={`${path}/cetak`} kind="secondary" icon="print">
          {words.print}
        </LinkButton>
        <LinkButton href={`${path}/sippn.json`} kind="secondary" icon="download" download>
          {words.json}
        </LinkButton>
        <LinkButton href={`${path}/sippn.csv`} kind="secondary" icon="download" download>
          {words.csv}
        </LinkButton>
      </ButtonGroup>
    </CatalogueFrame>
  );
}

/** The same on paper: no menu, no links, everything open. */
export function PrintView(props: StandardProps) {
  const { frame, sheet } = props;
  const words = messagesFor(frame.locale).standard;
  return (
    <PlainPage frame={frame} title={`${words.title}: ${sheet.title}`}>
      <PageTitle title={sheet.title} eyebrow={words.title} lead={sheet.summary} />
      <DefinitionRows rows={aboutRows(sheet, frame)} />
      <Components {...props} />
      {sheet.maklumat && (
        <>
          <h2>{messagesFor(frame.locale).maklumat.title}</h2>
          <p>{sheet.maklumat.text[frame.locale] ?? sheet.maklumat.text.id}</p>
        </>
      )}
    </PlainPage>
  );
}

function Components({ frame, components, marks }: StandardProps) {
  const words = messagesFor(frame.locale).standard;
  const halves = [
    { title: words.published, members: components.filter(isPublished) },
    { title: words.internal, members: components.filter((component) => !isPublished(component)) },
  ];
  return (
    <>
      {halves.map(({ title, members }) => (
        <Fragment key={title}>
          <h2>{title}</h2>
          <DefinitionRows
            rows={members.map((component) => ({
              label: `${component.number}. ${component.name}`,
              value: <Body component={component} marks={marks} locale={frame.locale} />,
            }))}
          />
        </Fragment>
      ))}
    </>
  );
}

function Body({ component, marks, locale }: { component: Component; marks: boolean; locale: Locale }) {
  const words = messagesFor(locale).standard;
  const { lines, kind, confirmed } = component;
  const mark = marks && !confirmed && <StatusTag status="in-progress" label={words.unconfirmed} reader="staff" />;
  if (lines.length === 0) return <>{words.missing}</>;
  if (kind === 'text') {
    return (
      <>
        {mark}
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </>
    );
  }
  const List = kind === 'steps' ? 'ol' : 'ul';
  return (
    <>
      {mark}
      <List>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </List>
    </>
  );
}

function aboutRows(sheet: ServiceSheet, { locale, region }: PageFrame) {
  const words = messagesFor(locale).standard;
  const { version, slug } = sheet.service;
  return [
    { label: words.service, value: `${sheet.title} (${slug})` },
    { label: words.unit, value: sheet.unitName },
    { label: words.decree, value: words.missing },
    { label: words.version, value: String(version.version) },
    {
      label: words.publishedAt,
      value: formatPlainDate(version.publishedAt, { timezone: region.timezone, locale }),
    },
    { label: words.fingerprint, value: <span class="num">{version.hash.slice(0, 16)}</span> },
  ];
}

function Sources({ sheet, locale }: { sheet: ServiceSheet; locale: Locale }) {
  const { sources } = sheet.definition.standard;
  if (sources.length === 0) return null;
  return (
    <Details summary={messagesFor(locale).standard.sources}>
      <ul>
        {sources.map((source) => (
          <li key={source.url}>
            {source.about && <span lang="id">{source.about}. </span>}
            {source.region && `${source.region}. `}
            {/^https?:\/\//.test(source.url) ? (
              <a href={source.url} rel="noopener nofollow">
                {new URL(source.url).host}
              </a>
            ) : (
              source.url
            )}
          </li>
        ))}
      </ul>
    </Details>
  );
}
