// One count: what a change would do, or how far the change is.
import { formatLocalDate } from '../../../lib/dates/format.ts';
import { BackLink, Button, DefinitionRows, Form, Inset, type PageFrame, PageTitle } from '../../../ui/index.ts';
import type { Recount } from '../../cases/index.ts';
import type { HolidayChange } from '../../organisation/index.ts';
import { messagesFor } from '../messages.ts';
import { CalendarPage } from './shell.tsx';

export function RunView({ frame, run }: { frame: PageFrame; run: Recount }) {
  const words = messagesFor(frame.locale).run;
  const finished = run.finishedAt !== null;
  return (
    <CalendarPage frame={frame} title={words[run.mode]}>
      <BackLink href="/petugas/kalender" label={words.back} />
      <PageTitle title={words[run.mode]} />
      <DefinitionRows
        rows={[
          { label: words.change, value: changeText(frame, run) },
          { label: words.reason, value: run.reason },
          { label: words.decree, value: run.decree === '' ? '-' : run.decree },
        ]}
      />
      <Inset>
        {!finished && <p>{words.progress(run.seen, Math.max(run.total, run.seen))}</p>}
        <p>
          <b>{words.would(run.changed, Math.max(run.total, run.seen))}</b> {words.moves(run.earlier, run.later)}
        </p>
        {finished && <p>{run.mode === 'trial' ? words.notYet : words.done}</p>}
      </Inset>
      {!finished && (
        <p>
          <a href={`/petugas/kalender/hitungan/${run.id}`}>{words.reload}</a>
        </p>
      )}
      {finished && run.mode === 'trial' && (
        <Form action={`/petugas/kalender/hitungan/${run.id}/terapkan`} label={words.apply_button}>
          <Button>{words.apply_button}</Button>
        </Form>
      )}
    </CalendarPage>
  );
}

function changeText(frame: PageFrame, run: Recount): string {
  const words = messagesFor(frame.locale).run;
  const change = run.change as HolidayChange | null; // written by startRecount
  if (!change) return words.asIs;
  return words[change.action](formatLocalDate(change.day, frame.locale), change.name);
}
