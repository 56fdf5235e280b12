import { controlId, FieldView } from '../../../forms/field-view.tsx';
import { say } from '../../../lib/locale.ts';
import {
  BackLink,
  Button,
  Card,
  DefinitionRows,
  Details,
  DueChip,
  type DueChipProps,
  ErrorSummary,
  Form,
  type PageFrame,
  PageTitle,
  type SelectGroup,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Visit } from '../service/open-visit.ts';
import { VisitPage } from './shell.tsx';

export interface VisitViewProps {
  readonly frame: PageFrame;
  readonly visit: Visit;
  readonly due: DueChipProps;
  readonly areas: readonly SelectGroup[];
  readonly officerId: string;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly errors: ReadonlyMap<string, string>;
  readonly requestId: string;
}

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Photos an earlier try of this form brought already. */
function Kept({ visit, raw }: Pick<VisitViewProps, 'visit' | 'raw'>) {
  const photos = visit.task.form.filter((field) => field.type === 'file');
  return (
    <>
      {photos.flatMap((field) =>
        textsOf(raw[field.id]).map((id) => <input key={id} type="hidden" name={`_unggahan.${field.id}`} value={id} />),
      )}
    </>
  );
}

function Result(props: VisitViewProps) {
  const { frame, visit, raw, errors, areas } = props;
  const words = messagesFor(frame.locale);
  const address = `/kerja/tinjau/${visit.target.number}/${visit.opened.id}`;
  return (
    <div
      class="stack"
      data-module={visit.task.offline ? 'visit' : undefined}
      data-key={`${visit.target.number}/${visit.opened.id}`}
      data-officer={props.officerId}
      data-words={JSON.stringify(words.device)}
    >
      <p class="visit-state" role="status" data-target="state" />
      <Form action={address} multipart label={words.visit.form}>
        <input type="hidden" name="requestId" value={props.requestId} />
        <input type="hidden" name="visitedAt" value="" />
        {visit.task.form.map((field) => (
          <FieldView
            key={field.id}
            field={field}
            raw={raw[field.id]}
            errors={errors}
            locale={frame.locale}
            areas={areas}
          />
        ))}
        <Kept visit={visit} raw={raw} />
        <div class="buttons">
          <Button icon="forward">{words.visit.send}</Button>
        </div>
      </Form>
    </div>
  );
}

export function VisitView(props: VisitViewProps) {
  const { frame, visit, due, errors } = props;
  const words = messagesFor(frame.locale).visit;
  const title = say(visit.task.label, frame.locale);
  const lines = [...errors].map(([field, message]) => ({ field: controlId(field), message }));
  return (
    <VisitPage frame={frame} title={title}>
      <BackLink href="/kerja/tinjau" label={words.back} />
      {lines.length > 0 && <ErrorSummary errors={lines} />}
      <PageTitle title={title} eyebrow={say(visit.definition.title, frame.locale)} lead={visit.target.applicantShort} />
      <p>
        <DueChip {...due} /> <span class="small">{due.until && words.due(due.until)}</span>
      </p>
      {visit.place.length > 0 && (
        <Card>
          <h2>{words.place}</h2>
          <DefinitionRows rows={visit.place.map(({ label, value }) => ({ label, value }))} />
        </Card>
      )}
      {visit.facts.length > 0 && (
        <Details summary={words.otherFacts}>
          <DefinitionRows rows={visit.facts.map(({ label, value }) => ({ label, value }))} />
        </Details>
      )}
      <h2>{words.form}</h2>
      <Result {...props} />
      <p class="small">{words.recorded}</p>
      <p>
        <a href={`/petugas/berkas/${visit.target.number}`}>{words.fullCase}</a>
      </p>
    </VisitPage>
  );
}
