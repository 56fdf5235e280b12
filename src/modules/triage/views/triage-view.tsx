import { say } from '../../../lib/locale.ts';
import {
  Button,
  DataTable,
  Details,
  FigureCard,
  FigureGrid,
  Form,
  type PageFrame,
  PageTitle,
  StaffPage,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Category, Training } from '../types.ts';

export interface TriageViewProps {
  readonly frame: PageFrame;
  readonly categories: readonly Category[];
  readonly labelled: number;
  readonly corrected: number;
  readonly trainings: readonly (Omit<Training, 'at'> & { readonly at: string })[];
}

/** Accuracy first, then where it comes from, then the words of each category. */
export function TriageView(props: TriageViewProps) {
  const { frame, categories, labelled, corrected } = props;
  const words = messagesFor(frame.locale);
  const nav = [
    { href: '/petugas', label: words.nav.inbox, icon: 'inbox' },
    { href: '/petugas/pengelompokan', label: words.nav.triage, icon: 'filter', current: true },
  ] as const;
  return (
    <StaffPage frame={frame} title={words.title} nav={nav}>
      <PageTitle title={words.title} lead={words.lead} />
      <Accuracy {...props} />
      <p>
        {words.known}: {words.knownText(labelled, corrected)}.
      </p>
      <Form action="/petugas/pengelompokan">
        <Button icon="refresh">{words.train}</Button>
      </Form>
      <History {...props} />
      <section class="stack" aria-labelledby="kata">
        <h2 id="kata">{words.words}</h2>
        {categories.map((category) => (
          <Details key={category.id} summary={say(category.name, frame.locale)}>
            <p>
              {words.agency}: {category.agency}
            </p>
            <p>{[...category.keywords, ...category.words].join(', ')}</p>
          </Details>
        ))}
      </section>
    </StaffPage>
  );
}

function share(value: number, locale: 'id' | 'en'): string {
  return `${(value * 100).toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} %`;
}

function Accuracy({ frame, trainings }: TriageViewProps) {
  const words = messagesFor(frame.locale);
  const used = trainings.find((one) => one.used);
  return (
    <section class="stack" aria-labelledby="ketepatan">
      <h2 id="ketepatan">{words.measured}</h2>
      {used ? (
        <FigureGrid>
          <FigureCard value={share(used.firstRight, frame.locale)} label={words.first} note={words.texts(used.texts)} />
          <FigureCard value={share(used.thirdRight, frame.locale)} label={words.third} note={words.texts(used.texts)} />
        </FigureGrid>
      ) : (
        <p>{words.none}</p>
      )}
    </section>
  );
}

function History({ frame, trainings }: TriageViewProps) {
  const words = messagesFor(frame.locale);
  if (trainings.length === 0) return null;
  const keys = ['at', 'texts', 'first', 'third', 'used'] as const;
  return (
    <section class="stack" aria-labelledby="latihan">
      <h2 id="latihan">{words.history}</h2>
      <DataTable
        caption={words.history}
        captionHidden
        stacked
        columns={keys.map((key) => ({ key, label: words.columns[key] }))}
        rows={trainings.map((one) => ({
          key: one.id,
          cells: {
            at: one.at,
            texts: String(one.texts),
            first: share(one.firstRight, frame.locale),
            third: share(one.thirdRight, frame.locale),
            used: words.trained(one.used),
          },
        }))}
      />
    </section>
  );
}
