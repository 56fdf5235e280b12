import { formatMetres } from '../../../lib/geo/distance.ts';
import { Card, DefinitionRows, type PageFrame } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { VisitHistory as History, ShownPhoto, ShownVisit } from '../service/history.ts';
import type { Material, PhotoKind } from '../types.ts';

const materialText = ({ what, amount, unit }: Material): string => [amount, unit, what].filter(Boolean).join(' ');

function Distance({ photo, frame }: { photo: ShownPhoto; frame: PageFrame }) {
  const words = messagesFor(frame.locale).history;
  if (photo.distanceM === null) return <span>{words.unknown}</span>;
  const text = formatMetres(photo.distanceM, frame.locale);
  return photo.far ? <b class="crew-far">{words.far(text)}</b> : <span>{words.distance(text)}</span>;
}

function Photos({ visit, kind, frame }: { visit: ShownVisit; kind: PhotoKind; frame: PageFrame }) {
  const words = messagesFor(frame.locale).history;
  const photos = visit.photos.filter((photo) => photo.kind === kind);
  if (photos.length === 0) return null;
  return (
    <div>
      <h4>{words[kind]}</h4>
      <ul class="crew-shots">
        {photos.map((photo, index) => (
          <li key={photo.address}>
            <a href={photo.address}>
              <img
                src={`${photo.address}?kecil=1`}
                alt={words.photo(words[kind], index + 1)}
                width="120"
                height="120"
                loading="lazy"
              />
            </a>
            <p class="small">
              <Distance photo={photo} frame={frame} />
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function OneVisit({ visit, frame }: { visit: ShownVisit; frame: PageFrame }) {
  const words = messagesFor(frame.locale).history;
  const rows = [
    { label: words.materials, value: visit.materials.map(materialText).join(', ') },
    { label: words.note, value: visit.note ?? '' },
  ].filter(({ value }) => value !== '');
  const time = visit.minutes === null ? [] : [words.minutes(visit.minutes)];
  return (
    <Card>
      <p class="small">{[words.by(visit.who, visit.when), ...time].join(' · ')}</p>
      <p class="crew-work">{visit.work}</p>
      {rows.length > 0 && <DefinitionRows rows={rows} />}
      {visit.photos.length > 0 && (
        <div class="crew-pair">
          <Photos visit={visit} kind="before" frame={frame} />
          <Photos visit={visit} kind="after" frame={frame} />
        </div>
      )}
    </Card>
  );
}

/** All visits to one reported place and what they come to; nothing when there were none. */
export function VisitHistory({ history, frame }: { history: History; frame: PageFrame }) {
  const words = messagesFor(frame.locale).history;
  const { visits, totals } = history;
  if (visits.length === 0) return null;
  return (
    <section class="stack" id="kunjungan">
      <h2>{words.title}</h2>
      <p>
        <b>{words.totals(totals.visits, totals.minutes)}</b>
      </p>
      {visits.map((visit) => (
        <OneVisit key={visit.id} visit={visit} frame={frame} />
      ))}
    </section>
  );
}
