import { groupCaseNumber } from '../../../lib/case-number.ts';
import { sizeText } from '../../../lib/file-size.ts';
import {
  ActionPanel,
  AudioPlayer,
  BackLink,
  Button,
  CaseLayout,
  DefinitionRows,
  ErrorSummary,
  Form,
  Inset,
  LinkButton,
  type MapGroundProps,
  type PageFrame,
  PageTitle,
  SelectField,
  TextArea,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { classes, priorityValues, priorityWords } from '../rules.ts';
import type { Option } from '../service/choices.ts';
import type { CustodyStep, ReportPage } from '../service/report-page.ts';
import { AnswerForm } from './answer-form.tsx';
import { BeyondForm } from './beyond-form.tsx';
import { PlaceMap } from './map-view.tsx';
import { OfferForm } from './offer-form.tsx';
import { DispatchPage } from './shell.tsx';
import { Story } from './story-view.tsx';

export interface ForwardTyped {
  readonly unit: string;
  readonly category: string;
  readonly class: string;
  readonly priority: string;
  readonly note: string;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}
export const reportFlashes = ['dijelaskan', 'digabung', 'dilepas', 'dicatat', 'dijawab', 'berubah'] as const;
export interface ReportViewProps {
  readonly frame: PageFrame;
  readonly page: ReportPage;
  readonly units: readonly Option[];
  readonly categories: readonly Option[];
  readonly custody: readonly (CustodyStep & { readonly time: string })[];
  readonly reported: string;
  readonly due: string | undefined;
  readonly requestId: string;
  readonly typed: ForwardTyped | undefined;
  readonly answer: {
    readonly sentences: readonly { readonly id: string; readonly title: string }[];
    readonly chosen: string | undefined;
    readonly closes: boolean;
    readonly text: string | undefined;
    readonly error: string | undefined;
  };
  readonly beyond: {
    readonly chosen: ReportPage['beyond'][number] | undefined;
    readonly text: string | undefined;
    readonly error: string | undefined;
  };
  readonly decline: { readonly text: string; readonly error: string } | undefined;
  readonly ground: MapGroundProps;
  readonly note: { readonly text: string; readonly error: string } | undefined;
  readonly notes: readonly (ReportPage['notes'][number] & { readonly time: string })[];
  readonly flash: (typeof reportFlashes)[number] | undefined;
}

function Facts(props: ReportViewProps) {
  const { frame, page, reported, due } = props;
  const all = messagesFor(frame.locale);
  const words = all.report;
  const { report, photos } = page;
  const { number, level } = report;
  const channels: Readonly<Record<string, string>> = words.channels;
  const rows = [
    { label: words.place, value: [report.place, page.area].filter(Boolean).join(', ') },
    { label: words.state, value: page.state },
    { label: words.due, value: due ?? '' },
    { label: words.unit, value: page.unit },
    { label: words.category, value: page.category ?? '' },
    { label: words.priority, value: all.forward.priorities[priorityWords[report.priority]] },
    { label: words.reported, value: reported },
    { label: words.channel, value: channels[report.channel] ?? report.channel },
    { label: words.level, value: words.levels[level] },
    ...page.elsewhere,
  ];
  return (
    <>
      <p class="reporttext lead">{report.body}</p>
      {photos.map((photo) => (
        <figure key={photo.id} class="reportphoto">
          <img src={`/kerja/laporan/${number}/foto/${photo.id}`} alt={words.photo} loading="lazy" />
          <figcaption>
            {page.mayModerate && <a href={`/kerja/laporan/${number}/foto/${photo.id}/tutupi`}>{words.cover}</a>}
          </figcaption>
        </figure>
      ))}
      <DefinitionRows rows={rows.filter(({ value }) => value !== '')} />
      <Voices frame={frame} page={page} />
      <PlaceMap frame={frame} ground={props.ground} report={report} around={page.around} />
    </>
  );
}

/** What was said can be written down as a note: then colleagues need not listen again. */
function Voices({ frame, page }: Pick<ReportViewProps, 'frame' | 'page'>) {
  const words = messagesFor(frame.locale).report;
  if (page.voices.length === 0) return null;
  return (
    <>
      {page.voices.map(({ href, size }) => (
        <AudioPlayer key={href} src={href} label={words.voice} note={sizeText(size, frame.locale)} />
      ))}
      <p class="small">
        {words.voiceNote} <a href="#catatan-petugas">{words.voiceWrite}</a>
      </p>
    </>
  );
}

function ForwardAgain({ frame, page, units, categories, requestId, typed }: ReportViewProps) {
  const all = messagesFor(frame.locale);
  const words = all.report;
  const first = page.proposals.find(({ unit }) => unit !== undefined) ?? page.proposals[0];
  const byField = new Map((typed?.errors ?? []).map(({ field, message }) => [field, message]));
  const priority = page.report.calm ? first?.priority : 'darurat';
  return (
    <Form action={`/kerja/laporan/${page.report.number}/teruskan`}>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="dari" value="laporan" />
      <SelectField
        id="unit"
        name="unit"
        label={words.unitChoice}
        options={units}
        value={typed?.unit ?? first?.unit?.code}
        error={byField.get('unit')}
      />
      <SelectField
        id="kategori"
        name="kategori"
        label={words.categoryChoice}
        options={categories}
        value={typed?.category ?? first?.category}
        error={byField.get('kategori')}
        required={false}
      />
      <SelectField
        id="kelas"
        name="kelas"
        label={all.forward.class}
        options={classes.map((value) => ({ value, label: all.forward.classes[value] }))}
        value={typed?.class ?? first?.class}
        error={byField.get('kelas')}
      />
      <SelectField
        id="prioritas"
        name="prioritas"
        label={all.forward.priority}
        options={priorityValues.map((value) => ({ value, label: all.forward.priorities[value] }))}
        value={typed?.priority ?? priority}
        error={byField.get('prioritas')}
      />
      <TextArea
        id="catatan"
        name="catatan"
        label={words.note}
        value={typed?.note}
        rows={3}
        maxLength={500}
        required={false}
        error={byField.get('catatan')}
      />
      <Button icon="forward">{words.send}</Button>
    </Form>
  );
}

function Actions(props: ReportViewProps) {
  const { frame, page } = props;
  const words = messagesFor(frame.locale).report;
  const { number } = page.report;
  const forward = {
    id: 'teruskan',
    label: words.forward,
    icon: 'forward' as const,
    description: words.forwardNote,
    open: true,
    children: <ForwardAgain {...props} />,
  };
  const answer = {
    id: 'jawab',
    label: messagesFor(frame.locale).answer.title,
    icon: 'reply' as const,
    open: props.answer.text !== undefined || !page.mayForward,
    children: <AnswerForm {...props} />,
  };
  const gate = {
    id: 'tayang',
    label: words.gate,
    icon: 'globe' as const,
    description: page.problem?.published ? words.published : words.hidden,
    children: (
      <LinkButton href={`/kerja/laporan/${number}/tayang`} kind="secondary">
        {words.openGate}
      </LinkButton>
    ),
  };
  const other = {
    id: 'berkas',
    label: words.otherSteps,
    icon: 'document' as const,
    children: (
      <LinkButton href={`/petugas/berkas/${number}`} kind="secondary">
        {words.openCase}
      </LinkButton>
    ),
  };
  const offer = {
    id: 'tawaran',
    label: messagesFor(frame.locale).offer.title,
    icon: 'hand' as const,
    open: true,
    children: (
      <OfferForm
        frame={frame}
        number={number}
        requestId={props.requestId}
        back="/kerja/laporan"
        refused={props.decline}
      />
    ),
  };
  const beyond = {
    id: 'wewenang',
    label: messagesFor(frame.locale).beyond.title,
    icon: 'route' as const,
    description: messagesFor(frame.locale).beyond.note,
    open: props.beyond.chosen !== undefined,
    children: <BeyondForm {...props} />,
  };
  const shown = [
    ...(page.mayAccept ? [offer] : []),
    ...(page.mayForward ? [forward] : []),
    ...(page.answer ? [answer] : []),
    ...(page.beyond.length > 0 ? [beyond] : []),
    ...(page.mayModerate && page.problem ? [gate] : []),
    other,
  ];
  return <ActionPanel actions={shown} />;
}

function errorsOf({ page, typed, note, beyond, decline }: ReportViewProps) {
  return [
    ...(typed?.errors ?? []),
    ...(note ? [{ field: 'catatan-petugas', message: note.error }] : []),
    ...(beyond.error ? [{ field: beyond.chosen ? 'penjelasan' : 'sebab', message: beyond.error }] : []),
    ...(decline ? [{ field: `alasan-tolak-${page.report.number}`, message: decline.error }] : []),
  ];
}

export function ReportView(props: ReportViewProps) {
  const { frame, page } = props;
  const words = messagesFor(frame.locale);
  const { report } = page;
  return (
    <DispatchPage frame={frame} title={`${words.list.title} ${report.number}`}>
      <BackLink href="/kerja/laporan" label={words.report.back} />
      <ErrorSummary errors={errorsOf(props)} />
      {props.flash && (
        <div role="status">
          <Inset>
            <p>{words.report.flash[props.flash]}</p>
          </Inset>
        </div>
      )}
      {page.offer && (
        <Inset>
          <p>{page.offer.mine ? words.offer.asked(page.offer.by) : words.offer.waits(page.offer.to, page.offer.by)}</p>
        </Inset>
      )}
      <PageTitle title={groupCaseNumber(report.number)} eyebrow={report.calm ? undefined : words.list.danger} />
      <CaseLayout facts={<Facts {...props} />} story={<Story {...props} />} actions={<Actions {...props} />} />
    </DispatchPage>
  );
}
