import {
  DataTable,
  EmptyState,
  FigureCard,
  FigureGrid,
  LinkButton,
  type PageFrame,
  PageTitle,
  QuickActions,
  StaffPage,
  Warning,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Counts } from '../store/messages.ts';
import { boardUrl } from './addresses.ts';
import { MessageCard, type MessageCardProps } from './message-card.tsx';
import { hotlineNav } from './staff-nav.ts';
import { TrendBars } from './trend-bars.tsx';
import { areaTable, officeTable, type TrendRows } from './trend-tables.ts';
import { Done, type UndoProps } from './undo.tsx';

export interface BoardViewProps {
  readonly frame: PageFrame;
  readonly counts: Counts;
  readonly needs: readonly MessageCardProps[];
  readonly thanks: readonly MessageCardProps[];
  readonly duty: readonly { readonly name: string; readonly phone: string; readonly tel: string }[];
  readonly trends: TrendRows;
  readonly done: UndoProps | undefined; // what a tap has just done
  readonly gaps: number; // nights of the next two weeks with nobody on duty
}

export function BoardView(props: BoardViewProps) {
  const { frame, counts, needs, thanks } = props;
  const words = messagesFor(frame.locale).board;
  const [offices, areas] = [props.trends.offices.slice(0, 5), props.trends.areas.slice(0, 5)];
  return (
    <StaffPage frame={frame} title={words.title} nav={hotlineNav(frame, 'board')} homeHref={boardUrl}>
      {props.done && <Done frame={frame} done={props.done} />}
      <PageTitle title={words.title} />
      <FigureGrid>
        <FigureCard
          value={String(counts.needs)}
          label={words.needs}
          note={words.needsNote(counts.red)}
          tone={counts.red > 0 ? 'late' : undefined}
          href="#perlu-anda"
        />
        <FigureCard value={String(counts.heads)} label={words.heads} href={`${boardUrl}/daftar?tampil=heads`} />
        <FigureCard value={String(counts.people)} label={words.people} href={`${boardUrl}/daftar?tampil=people`} />
        <FigureCard value={String(counts.thanksUnanswered)} label={words.thanks} href={`${boardUrl}/terima-kasih`} />
      </FigureGrid>
      <section class="stack" id="perlu-anda" aria-labelledby="perlu-anda-judul">
        <h2 id="perlu-anda-judul">{words.needs}</h2>
        {needs.length === 0 ? (
          <EmptyState title={words.none} icon="check-circle">
            <p>{words.noneNext}</p>
          </EmptyState>
        ) : (
          <p class="small">{words.needsLead}</p>
        )}
        {needs.map((card) => (
          <MessageCard key={card.number} frame={frame} card={card} />
        ))}
        {counts.needs > needs.length && (
          <p>
            <a href={`${boardUrl}/daftar?tampil=needs`}>{words.more(counts.needs - needs.length)}</a>
          </p>
        )}
      </section>
      <Tonight {...props} />
      <section class="stack">
        <h2>{words.trends}</h2>
        {offices.length + areas.length === 0 && <p>{messagesFor(frame.locale).trends.none}</p>}
        {offices.length > 0 && (
          <TrendBars frame={frame} title={messagesFor(frame.locale).trends.offices} rows={offices} />
        )}
        {offices.length > 0 && <DataTable {...officeTable(frame, offices)} />}
        {areas.length > 0 && <TrendBars frame={frame} title={messagesFor(frame.locale).trends.areas} rows={areas} />}
        {areas.length > 0 && <DataTable {...areaTable(frame, areas)} />}
        <p>
          <a href={`${boardUrl}/perbandingan`}>{words.allTrends}</a>
        </p>
      </section>
      <section class="stack">
        <h2>{words.praise}</h2>
        {thanks.length === 0 && <p>{words.noPraise}</p>}
        {thanks.map((card) => (
          <MessageCard key={card.number} frame={frame} card={card} />
        ))}
        {thanks.length > 0 && (
          <p>
            <a href={`${boardUrl}/terima-kasih`}>{words.allPraise}</a>
          </p>
        )}
      </section>
    </StaffPage>
  );
}

function Tonight({ frame, duty, gaps }: BoardViewProps) {
  const words = messagesFor(frame.locale).board;
  return (
    <section class="stack">
      <h2>{words.tonight}</h2>
      {duty.length === 0 && (
        <Warning>
          <p>{words.noDuty}</p>
        </Warning>
      )}
      {duty.length > 0 && (
        <ul class="rows">
          {duty.map(({ name, phone, tel }) => (
            <li key={name}>
              <div>
                <b>{name}</b>
                <p class="num">{phone}</p>
              </div>
              <LinkButton kind="secondary" icon="phone" href={tel}>
                {words.callDuty}
                <span class="hide"> {name}</span>
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
      {gaps > 0 && <p>{words.gaps(gaps)}</p>}
      <QuickActions>
        <LinkButton kind="secondary" icon="phone" href="tel:112">
          {words.emergency}
        </LinkButton>
        <LinkButton kind="secondary" icon="people" href={`${boardUrl}/piket`}>
          {words.setDuty}
        </LinkButton>
      </QuickActions>
    </section>
  );
}
