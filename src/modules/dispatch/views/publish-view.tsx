import {
  AuditList,
  BackLink,
  Button,
  CheckboxField,
  Details,
  ErrorSummary,
  Form,
  Inset,
  type PageFrame,
  PageTitle,
  Split,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { piecesOf } from '../rules.ts';
import type { Gate, GatePhoto, Written } from '../service/publishing.ts';
import { DispatchPage } from './shell.tsx';

export const gateFlashes = ['ditayangkan', 'diturunkan', 'ditutupi'] as const;
export interface GateTyped {
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly photos: readonly string[];
  readonly reason: string;
  readonly found: number; // what still looks personal in what was typed
  readonly error?: string;
  readonly hideError?: string;
}
export interface PublishViewProps {
  readonly frame: PageFrame;
  readonly gate: Gate;
  readonly history: readonly (Gate['history'][number] & { readonly time: string })[];
  readonly typed: GateTyped | undefined;
  readonly flash: (typeof gateFlashes)[number] | undefined;
}

function Marked({ text, found }: Written) {
  return piecesOf(text, found).map((piece, index) =>
    piece.personal ? <mark key={`${index + 1}`}>{piece.text}</mark> : piece.text,
  );
}

function Original({ frame, gate }: Pick<PublishViewProps, 'frame' | 'gate'>) {
  const words = messagesFor(frame.locale).gate;
  const { place, ...body } = gate.original;
  const found = body.found.length + place.found.length;
  return (
    <section class="stack">
      <h2>{words.original}</h2>
      <p class="small">{found === 0 ? words.nothingFound : words.found(found)}</p>
      <blockquote class="reporttext">
        <Marked {...body} />
      </blockquote>
      {place.text !== '' && (
        <p>
          {words.originalPlace}: <Marked {...place} />
        </p>
      )}
    </section>
  );
}

function PhotoChoice({ frame, photo, shown }: { frame: PageFrame; photo: GatePhoto; shown: boolean }) {
  const words = messagesFor(frame.locale).gate;
  const address = `/kerja/laporan/${photo.number}/foto/${photo.id}`;
  return (
    <li class="photochoice">
      <img src={address} alt={words.photo[photo.kind]} loading="lazy" />
      <label class="check-inline">
        <input type="checkbox" name="foto" value={photo.id} checked={shown} /> <span>{words.showPhoto}</span>
      </label>
      <p class="small">{photo.coveredAreas > 0 ? words.coveredAreas(photo.coveredAreas) : words.uncovered}</p>
      <a href={`${address}/tutupi`}>
        {photo.coveredAreas > 0 ? words.coverAgain : words.cover}
        <span class="hide">: {words.photo[photo.kind]}</span>
      </a>
    </li>
  );
}

function GateForm({ frame, gate, typed }: Pick<PublishViewProps, 'frame' | 'gate' | 'typed'>) {
  const words = messagesFor(frame.locale).gate;
  const { problem } = gate;
  return (
    <Form action={`/kerja/laporan/${gate.number}/tayang`}>
      <input type="hidden" name="versi" value={String(problem.version)} />
      <TextField
        id="judul"
        name="judul"
        label={words.title}
        value={typed?.title ?? gate.title}
        maxLength={120}
        error={typed?.error}
      />
      <TextArea
        id="teks"
        name="teks"
        label={words.text}
        hint={words.textHint}
        value={typed?.text ?? gate.text}
        rows={6}
      />
      <TextField
        id="tempat"
        name="tempat"
        label={words.place}
        hint={words.placeHint}
        value={typed?.place ?? gate.place}
        maxLength={200}
        required={false}
      />
      {(typed?.found ?? 0) > 0 && (
        <CheckboxField
          id="dilihat"
          name="dilihat"
          label={words.lookedLabel}
          options={[{ value: 'ya', label: words.looked }]}
          required={false}
        />
      )}
      {gate.photos.length > 0 && (
        <fieldset>
          <legend>{words.photos}</legend>
          <p class="small">{words.photosHint}</p>
          <ul class="photochoices">
            {gate.photos.map((photo) => (
              <PhotoChoice
                key={photo.id}
                frame={frame}
                photo={photo}
                shown={typed?.photos.includes(photo.id) ?? photo.shown}
              />
            ))}
          </ul>
        </fieldset>
      )}
      {problem.published && (
        <TextField id="alasan-ubah" name="alasan" label={words.changeReason} value={typed?.reason} required={false} />
      )}
      <Button icon="globe">{problem.published ? words.change : words.publish}</Button>
    </Form>
  );
}

export function PublishView({ frame, gate, history, typed, flash }: PublishViewProps) {
  const words = messagesFor(frame.locale).gate;
  const { problem, number } = gate;
  const lines = [
    ...(typed?.error ? [{ field: 'judul', message: typed.error }] : []),
    ...(typed?.hideError ? [{ field: 'alasan-turun', message: typed.hideError }] : []),
  ];
  const shut = problem.level === 'secret' ? words.secret : gate.confidential ? words.confidential : undefined;
  return (
    <DispatchPage frame={frame} title={words.heading}>
      <BackLink href={`/kerja/laporan/${number}`} label={words.back} />
      <ErrorSummary errors={lines} />
      {flash && (
        <div role="status">
          <Inset>
            <p>{words.flash[flash]}</p>
          </Inset>
        </div>
      )}
      <PageTitle title={words.heading} eyebrow={number} lead={problem.published ? words.isPublished : words.isHidden} />
      {problem.published && (
        <p>
          <a href={`/laporan/${problem.code}`}>{words.publicPage}</a>
        </p>
      )}
      {shut && (
        <Inset>
          <p>{shut}</p>
        </Inset>
      )}
      <Split
        aside={
          <>
            <Original frame={frame} gate={gate} />
            {problem.published && (
              <Details summary={words.hide} open={typed?.hideError !== undefined}>
                <Form action={`/kerja/laporan/${number}/tayang/turunkan`} label={words.hide}>
                  <TextField id="alasan-turun" name="alasan" label={words.hideReason} error={typed?.hideError} />
                  <Button kind="destructive">{words.hide}</Button>
                </Form>
              </Details>
            )}
            {history.length > 0 && (
              <>
                <h2>{words.history}</h2>
                <AuditList
                  entries={history.map(({ id, time, who, what, reason, before }) => ({
                    ...{ key: id, time, who, what: words.what[what] ?? what },
                    details: (
                      <>
                        {reason && <p class="small">{words.because(reason)}</p>}
                        {before && <p class="small">{words.before(before)}</p>}
                      </>
                    ),
                  }))}
                />
              </>
            )}
          </>
        }
      >
        {!shut && <GateForm frame={frame} gate={gate} typed={typed} />}
      </Split>
    </DispatchPage>
  );
}
