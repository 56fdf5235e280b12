// Middle column of a report: what it may be another report of, notes among officers, its way between offices.
import { groupCaseNumber } from '../../../lib/case-number.ts';
import { AuditList, Button, Form, Inset, TextArea, TextField } from '../../../ui/index.ts';
import { DossierBox } from '../../dossier/index.ts';
import { messagesFor } from '../messages.ts';
import type { ShownTwin } from '../service/report-page.ts';
import type { ReportViewProps } from './report-view.tsx';

type Props = Pick<ReportViewProps, 'frame' | 'page' | 'custody' | 'requestId' | 'note' | 'notes'>;

function TwinCard({ frame, page, requestId, twin }: Pick<Props, 'frame' | 'page' | 'requestId'> & { twin: ShownTwin }) {
  const words = messagesFor(frame.locale).report;
  const { number } = twin;
  const about = [
    twin.distanceM === null ? words.sameArea : words.metres(twin.distanceM),
    words.alike(Math.round(twin.score * 100)),
    words.reports(twin.reports),
  ];
  return (
    <li class="twin stack">
      {twin.photo && (
        <img
          src={`/kerja/laporan/${number}/foto/${twin.photo}`}
          alt={messagesFor(frame.locale).list.photo(number)}
          loading="lazy"
        />
      )}
      <p class="reporttext">{twin.text}</p>
      <p class="small">{[twin.place, ...about].filter(Boolean).join(' · ')}</p>
      <p>
        <a href={`/kerja/laporan/${number}`}>{groupCaseNumber(number)}</a>
      </p>
      {page.mayJoin && (
        <Form action={`/kerja/laporan/${page.report.number}/gabung`}>
          <input type="hidden" name="requestId" value={requestId} />
          <input type="hidden" name="masalah" value={twin.code} />
          <Button kind="secondary" small icon="people">
            {words.joinTo}
            <span class="hide"> {groupCaseNumber(number)}</span>
          </Button>
        </Form>
      )}
    </li>
  );
}

function Twins(props: Props) {
  const { frame, page, requestId } = props;
  const words = messagesFor(frame.locale).report;
  if (page.joined)
    return (
      <Inset>
        <p>{words.isJoined}</p>
        <Form action={`/kerja/laporan/${page.report.number}/lepas`} label={words.unjoin}>
          <input type="hidden" name="requestId" value={requestId} />
          <TextField id="alasan-lepas" name="alasan" label={words.unjoinReason} required={false} maxLength={200} />
          <Button kind="secondary" small icon="reply">
            {words.unjoin}
          </Button>
        </Form>
      </Inset>
    );
  if (!page.mayJoin) return null;
  return (
    <>
      <h2>{words.twins}</h2>
      {page.twins.length === 0 && <p>{words.noTwins}</p>}
      <ul class="twins">
        {page.twins.map((twin) => (
          <TwinCard key={twin.code} {...props} twin={twin} />
        ))}
      </ul>
    </>
  );
}

export function Story(props: Props) {
  const { frame, page, custody, requestId, note, notes } = props;
  const words = messagesFor(frame.locale).report;
  return (
    <>
      <Twins {...props} />
      <h2>{words.notes}</h2>
      <Form action={`/kerja/laporan/${page.report.number}/catatan`} label={words.notes}>
        <input type="hidden" name="requestId" value={requestId} />
        <TextArea
          id="catatan-petugas"
          name="catatan"
          label={words.noteLabel}
          hint={words.noteHint}
          value={note?.text}
          error={note?.error}
          rows={2}
        />
        <Button kind="secondary" small>
          {words.noteSend}
        </Button>
      </Form>
      {notes.length > 0 && (
        <AuditList entries={notes.map(({ key, text, time, who }) => ({ key, time, who, what: text }))} />
      )}
      <DossierBox frame={frame} dossier={page.dossier} back="laporan" />
      <h2>{words.custody}</h2>
      {custody.length === 0 && <p>{words.noCustody}</p>}
      {custody.length > 0 && (
        <AuditList
          entries={custody.map(({ id, what, from, to, reason, time }) => ({
            ...{ key: id, time, who: reason ? words.because(reason) : '', what: words.steps[what](from, to) },
          }))}
        />
      )}
    </>
  );
}
