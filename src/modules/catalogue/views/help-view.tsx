import { say } from '../../../lib/locale.ts';
import {
  ButtonGroup,
  Card,
  DefinitionRows,
  Details,
  LinkButton,
  type PageFrame,
  PageTitle,
  Split,
  StepList,
} from '../../../ui/index.ts';
import type { Unit } from '../../organisation/index.ts';
import { messagesFor } from '../messages.ts';
import type { OpeningRow } from '../opening.ts';
import type { RegionTexts } from '../region-texts.ts';
import { CatalogueFrame } from './citizen-frame.tsx';
import { ChannelLines } from './complaint-channels.tsx';
import { Opening } from './service-view.tsx';

export interface HelpProps {
  readonly frame: PageFrame;
  readonly texts: RegionTexts;
  readonly whatsapp?: string | undefined; // https link
  readonly opening: readonly OpeningRow[];
  readonly offices: readonly Unit[]; // those with a published address or phone
}

/** How to reach a person, how it works, and how to tell our messages from a swindler's. */
export function HelpView(props: HelpProps) {
  const { frame, texts } = props;
  const words = messagesFor(frame.locale).help;
  return (
    <CatalogueFrame frame={frame} title={words.title} active="bantuan">
      <PageTitle title={words.title} lead={words.lead} />
      <Split aside={<Genuine frame={frame} />}>
        <Person {...props} />
        <Offices {...props} />
        <h2>{words.how}</h2>
        <StepList items={words.steps.map(([title = '', note]) => ({ title, note }))} />
        {texts.complaints.channels.length > 0 && (
          <>
            <h2>{words.complaints}</h2>
            {texts.complaints.note && <p>{say(texts.complaints.note, frame.locale)}</p>}
            <ChannelLines channels={texts.complaints.channels} locale={frame.locale} />
          </>
        )}
      </Split>
    </CatalogueFrame>
  );
}

function Person({ frame, texts, whatsapp }: HelpProps) {
  const words = messagesFor(frame.locale);
  const number = texts.contact['call-centre'] ?? texts.contact.emergency;
  return (
    <>
      <h2>{words.help.person}</h2>
      {number && <p>{words.help.callText}</p>}
      {whatsapp && <p>{words.help.whatsappText}</p>}
      <ButtonGroup>
        {number && (
          <LinkButton href={`tel:${number.replace(/[^\d+]/g, '')}`} icon="phone">
            {words.help.phone(number)}
          </LinkButton>
        )}
        {whatsapp && (
          <LinkButton href={whatsapp} kind="secondary" icon="chat">
            {words.home.whatsapp}
          </LinkButton>
        )}
      </ButtonGroup>
    </>
  );
}

function Offices({ frame, opening, offices }: HelpProps) {
  const words = messagesFor(frame.locale).help;
  return (
    <>
      <h2>{words.office}</h2>
      <p>{words.officeText}</p>
      <DefinitionRows
        rows={[{ label: words.opening, value: <Opening rows={opening} zone={frame.region.zoneLabel} /> }]}
      />
      {offices.length > 0 && (
        <Details summary={words.offices}>
          <DefinitionRows
            rows={offices.map((unit) => ({ label: say(unit.label, frame.locale), value: <Office unit={unit} /> }))}
          />
        </Details>
      )}
    </>
  );
}

function Office({ unit }: { unit: Unit }) {
  const { address, phone, hours } = unit.details;
  return (
    <>
      {address && <div lang="id">{address}</div>}
      {phone && <div class="num">{phone}</div>}
      {hours && <div lang="id">{hours}</div>}
    </>
  );
}

function Genuine({ frame }: { frame: PageFrame }) {
  const words = messagesFor(frame.locale).help;
  return (
    <>
      <Card>
        <h2 id="pesan">{words.genuine}</h2>
        <p>{words.genuineText}</p>
        <ul>
          {words.genuinePoints.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <p>{words.genuineDoubt}</p>
      </Card>
      <Card quiet>
        <h2>{words.verify}</h2>
        <p>{words.verifyText}</p>
        <LinkButton href="/verifikasi" kind="secondary" icon="shield">
          {words.verifyButton}
        </LinkButton>
      </Card>
    </>
  );
}
