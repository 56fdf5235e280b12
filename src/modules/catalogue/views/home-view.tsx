import { say } from '../../../lib/locale.ts';
import { ButtonGroup, Card, LinkButton, type PageFrame, SearchBox, ServiceTile, TileGrid } from '../../../ui/index.ts';
import { glyphOf } from '../glyphs.ts';
import type { ServiceLine } from '../lines.ts';
import { messagesFor } from '../messages.ts';
import type { LifeEvent } from '../types.ts';
import { CatalogueFrame } from './citizen-frame.tsx';

export interface HomeProps {
  readonly frame: PageFrame;
  readonly popular: readonly ServiceLine[];
  readonly count: number;
  readonly events: readonly LifeEvent[];
  readonly complaint?: string | undefined; // slug of the complaint service
  readonly mayor?: boolean | undefined; // reads messages on a page of his own
  readonly whatsapp?: string | undefined; // https link
  readonly emergency?: string | undefined; // number
}

export function HomeView(props: HomeProps) {
  const { frame } = props;
  const words = messagesFor(frame.locale).home;
  const hero = (
    <>
      <h1>{words.title}</h1>
      <SearchBox action="/cari" label={words.search} labelHidden hint={words.hint} />
    </>
  );
  return (
    <CatalogueFrame
      frame={frame}
      title={words.title}
      description={words.description(frame.region.name)}
      active="beranda"
      hero={hero}
    >
      <h2>{words.popular}</h2>
      <TileGrid>
        {props.popular.map((service) => (
          <ServiceTile
            key={service.slug}
            href={`/layanan/${service.slug}`}
            icon={glyphOf(service)}
            title={service.title}
            note={service.promise}
          />
        ))}
      </TileGrid>
      <p class="row">
        <a href="/layanan">{words.all(props.count)}</a>
        <a href="/layanan#kantor">{words.byUnit}</a>
      </p>
      {props.events.length > 0 && <LifeEvents frame={frame} events={props.events} />}
      <Elsewhere {...props} />
    </CatalogueFrame>
  );
}

function LifeEvents({ frame, events }: Pick<HomeProps, 'frame' | 'events'>) {
  return (
    <>
      <h2>{messagesFor(frame.locale).home.events}</h2>
      <TileGrid>
        {events.map((event) => (
          <ServiceTile key={event.slug} href={`/peristiwa/${event.slug}`} title={say(event.title, frame.locale)} />
        ))}
      </TileGrid>
    </>
  );
}

function Elsewhere({ frame, complaint, mayor, whatsapp, emergency }: HomeProps) {
  const words = messagesFor(frame.locale).home;
  return (
    <div class="cards">
      {complaint && (
        <Card>
          <h2>{words.problem}</h2>
          <p>{words.problemText}</p>
          <ButtonGroup>
            <LinkButton href="/lapor" icon="megaphone">
              {words.report}
            </LinkButton>
            <LinkButton href="/laporan" kind="secondary" icon="search">
              {words.reports}
            </LinkButton>
            {mayor && (
              <LinkButton href="/wali-kota" kind="secondary" icon="flag">
                {words.mayor}
              </LinkButton>
            )}
            {whatsapp && (
              <LinkButton href={whatsapp} kind="secondary" icon="chat">
                {words.whatsapp}
              </LinkButton>
            )}
          </ButtonGroup>
        </Card>
      )}
      <Card>
        <h2>{words.track}</h2>
        <p>{words.trackText}</p>
        <LinkButton href="/lacak" kind="secondary" icon="search">
          {words.trackButton}
        </LinkButton>
      </Card>
      {emergency && (
        <Card quiet>
          <h2>{words.emergency}</h2>
          <p>{words.emergencyText(emergency)}</p>
          <LinkButton href={`tel:${emergency}`} kind="secondary" icon="phone">
            {words.call(emergency)}
          </LinkButton>
        </Card>
      )}
    </div>
  );
}
