// Places on a map. The map is drawn by a script from the list below it: for keyboards and readers of screens the list is the map.
import { groupCaseNumber } from '../../../lib/case-number.ts';
import { formatMetres } from '../../../lib/geo/distance.ts';
import { CaseNumber, DueChip, type MapGroundProps, type PageFrame, PointMap } from '../../../ui/index.ts';
import { listAddress } from '../filter.ts';
import { messagesFor } from '../messages.ts';
import type { AroundRow } from '../service/report-page.ts';
import type { ListRow } from '../service/rows.ts';

export interface PlaceMapProps {
  readonly frame: PageFrame;
  readonly ground: MapGroundProps;
  readonly report: {
    readonly number: string;
    readonly lat: number | null;
    readonly long: number | null;
    readonly place: string | null;
  };
  readonly around: readonly AroundRow[];
}
/** Where a report is, and which open problems are near by. */
export function PlaceMap({ frame, ground, report, around }: PlaceMapProps) {
  const words = messagesFor(frame.locale).map;
  const { number, lat, long, place } = report;
  if (lat === null || long === null) return null;
  const here = `${listAddress}/${number}`;
  return (
    <section class="stack" id="peta">
      <h2>{words.title}</h2>
      <PointMap ground={ground} label={words.label} failed={words.failed} cards="sekitar" />
      <p>
        {words.coordinates} <span class="num">{`${lat.toFixed(5)}, ${long.toFixed(5)}`}</span>.{' '}
        <a href={`geo:${lat},${long}?q=${lat},${long}`}>{words.open}</a>
      </p>
      <ol id="sekitar" class="around">
        <li
          data-lat={lat}
          data-long={long}
          data-title={words.this(groupCaseNumber(number))}
          data-place={place}
          data-href={here}
        >
          <b>{words.this(groupCaseNumber(number))}</b>
        </li>
        {around.map((one) => (
          <li
            key={one.number}
            data-lat={one.lat}
            data-long={one.long}
            data-title={groupCaseNumber(one.number)}
            data-text={one.title}
            data-place={one.place}
            data-href={`${listAddress}/${one.number}`}
          >
            <a href={`${listAddress}/${one.number}`}>
              <CaseNumber number={one.number} />
            </a>{' '}
            <span class="small">
              {[
                one.distanceM < 1 ? words.here : words.away(formatMetres(one.distanceM, frame.locale)),
                one.title,
                one.place,
              ]
                .filter(Boolean)
                .join('. ')}
            </span>
          </li>
        ))}
      </ol>
      {around.length === 0 && <p class="small">{words.nothingNear}</p>}
    </section>
  );
}

export interface ListMapProps {
  readonly frame: PageFrame;
  readonly ground: MapGroundProps;
  readonly rows: readonly ListRow[];
}
/** The same list with the same filters, as places. */
export function ListMap({ frame, ground, rows }: ListMapProps) {
  const { map: words, list } = messagesFor(frame.locale);
  const placed = rows.filter(({ point }) => point !== undefined).length;
  return (
    <section class="stack" id="peta">
      <p role="status">{words.counted(placed, rows.length)}</p>
      <PointMap ground={ground} label={words.label} failed={words.failed} cards="laporan-di-peta" />
      <ol id="laporan-di-peta" class="around">
        {rows.map((row) => (
          <li
            key={row.number}
            data-lat={row.point?.lat}
            data-long={row.point?.long}
            data-title={groupCaseNumber(row.number)}
            data-text={row.text}
            data-place={row.place}
            data-href={`${listAddress}/${row.number}`}
          >
            <a href={`${listAddress}/${row.number}`}>
              <CaseNumber number={row.number} />
            </a>{' '}
            {row.due && <DueChip {...row.due} />} {row.danger && <strong class="dangerword">{list.danger}</strong>}
            {row.secret && <span class="small">{list.secret}</span>}
            <p>{row.text}</p>
            <p class="small">{row.place ?? list.noPlace}</p>
            {row.point === undefined && <p class="small">{words.noPoint}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
