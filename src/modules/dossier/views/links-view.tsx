// Links of one case: those that hold, a form for another, and all that was ever linked or undone.
import { groupCaseNumber } from '../../../lib/case-number.ts';
import { say } from '../../../lib/locale.ts';
import {
  AuditList,
  BackLink,
  Button,
  CaseNumber,
  CsrfInput,
  type ErrorLine,
  ErrorSummary,
  Form,
  Inset,
  type PageFrame,
  PageTitle,
  RadioField,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { sideOf } from '../rules.ts';
import type { Linked, Links } from '../service/links.ts';
import { linkKinds } from '../types.ts';
import { DossierPage } from './shell.tsx';

export const linkFlashes = ['ditautkan', 'dilepas'] as const;
export interface LinkTyped {
  readonly other: string;
  readonly kind: string;
  readonly reason: string;
  readonly error: { readonly field: 'nomor' | 'alasan'; readonly message: string };
}
export interface LinksViewProps {
  readonly frame: PageFrame;
  readonly caseId: string;
  readonly number: string;
  readonly links: Links;
  readonly history: readonly { readonly linked: Linked; readonly who: string; readonly time: string }[];
  readonly requestId: string;
  readonly typed: LinkTyped | undefined;
  readonly flash: (typeof linkFlashes)[number] | undefined;
}

function Now({ frame, caseId, number, links, requestId }: LinksViewProps) {
  const { links: words, sides } = messagesFor(frame.locale);
  if (links.now.length === 0) return <p>{words.none}</p>;
  return (
    <ul class="twins">
      {links.now.map(({ target, definition, step }) => (
        <li key={target.id} class="twin stack">
          <p>
            {sides[sideOf(step, caseId)]}{' '}
            <a href={`/petugas/berkas/${target.number}`}>
              <CaseNumber number={target.number} />
            </a>
            <span class="small line">{say(definition.title, frame.locale)}</span>
          </p>
          <p class="reporttext">{step.reason}</p>
          <form method="post" action={`/petugas/berkas/${number}/lepas-taut`} data-module="form">
            <CsrfInput />
            <input type="hidden" name="requestId" value={`${requestId}:${target.number}`} />
            <input type="hidden" name="nomor" value={target.number} />
            <Button kind="secondary" small icon="reply">
              {words.undo}
              <span class="hide"> {groupCaseNumber(target.number)}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}

function NewLink({ frame, number, requestId, typed }: LinksViewProps) {
  const words = messagesFor(frame.locale).links;
  const errorOf = (field: LinkTyped['error']['field']) =>
    typed?.error.field === field ? typed.error.message : undefined;
  return (
    <Form action={`/petugas/berkas/${number}/taut`} label={words.form}>
      <input type="hidden" name="requestId" value={requestId} />
      <TextField
        id="nomor"
        name="nomor"
        label={words.number}
        hint={words.numberHint}
        value={typed?.other}
        error={errorOf('nomor')}
        width="20"
        autocomplete="off"
      />
      <RadioField
        id="jenis"
        name="jenis"
        label={words.kind}
        options={linkKinds.map((value) => ({ value, label: words.kinds[value] }))}
        value={typed?.kind ?? 'related'}
      />
      <TextArea
        id="alasan"
        name="alasan"
        label={words.reason}
        value={typed?.reason}
        error={errorOf('alasan')}
        rows={2}
        maxLength={300}
      />
      <Button icon="forward">{words.send}</Button>
    </Form>
  );
}

export function LinksView(props: LinksViewProps) {
  const { frame, caseId, number, history, typed, flash } = props;
  const { links: words, sides } = messagesFor(frame.locale);
  const errors: ErrorLine[] = typed ? [typed.error] : [];
  const title = words.title(groupCaseNumber(number));
  return (
    <DossierPage frame={frame} title={title}>
      <BackLink href={`/petugas/berkas/${number}`} label={words.back} />
      <ErrorSummary errors={errors} />
      {flash && (
        <div role="status">
          <Inset>
            <p>{words.flash[flash]}</p>
          </Inset>
        </div>
      )}
      <PageTitle title={title} lead={words.lead} />
      <p>{words.who}</p>
      <h2>{words.now}</h2>
      <Now {...props} />
      <h2>{words.form}</h2>
      <NewLink {...props} />
      {history.length > 0 && (
        <>
          <h2>{words.history}</h2>
          <AuditList
            entries={history.map(({ linked: { step, target }, who, time }) => ({
              ...{ key: `${target.id}-${step.seq}`, time, who },
              what: `${words.did[step.what]}: ${sides[sideOf(step, caseId)]} ${groupCaseNumber(target.number)}`,
              details: step.reason ? <p class="small">{step.reason}</p> : undefined,
            }))}
          />
        </>
      )}
    </DossierPage>
  );
}
