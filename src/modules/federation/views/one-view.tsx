import {
  BackLink,
  Button,
  CheckboxField,
  DefinitionRows,
  ErrorSummary,
  Form,
  LinkButton,
  type PageFrame,
  PageTitle,
  SelectField,
  StaffPage,
  StatusTag,
  TextArea,
  TextField,
  Warning,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { marks } from '../pages/texts.ts';
import type { SaidState } from '../store/said.ts';
import type { Forwarded } from '../types.ts';
import type { TheirAttribute, TheirService } from '../wire/read.ts';
import { partnerNav } from './nav.ts';

export interface Typed {
  readonly service: string;
  readonly description: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly number: string;
}
export interface OneViewProps {
  readonly frame: PageFrame;
  readonly row: Forwarded;
  readonly who: string;
  readonly trouble: string | undefined;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly heard: readonly { readonly key: string; readonly label: string; readonly value: string }[];
  readonly said: readonly {
    readonly id: string;
    readonly when: string;
    readonly text: string;
    readonly media: string | null;
    readonly state: SaidState;
    readonly trouble: string | undefined;
  }[];
  readonly services: readonly TheirService[];
  readonly correctable: boolean;
  readonly typed: Typed;
  readonly errors?: readonly { readonly field?: string; readonly message: string }[];
}

export function OneView(props: OneViewProps) {
  const { frame, row, who, trouble, facts, heard, correctable, errors = [] } = props;
  const all = messagesFor(frame.locale);
  const words = all.one;
  return (
    <StaffPage frame={frame} title={words.title(who)} nav={partnerNav(frame)}>
      <BackLink href="/kerja/mitra" label={words.back} />
      <ErrorSummary errors={[...errors]} />
      <PageTitle title={words.title(who)} eyebrow={row.number} />
      <p>
        <StatusTag status={marks[row.state]} label={all.states[row.state]} reader="staff" />
      </p>
      {trouble && <Warning>{trouble}</Warning>}
      <DefinitionRows rows={[...facts]} />
      <LinkButton href={`/petugas/berkas/${row.number}`} kind="secondary" icon="document">
        {words.report}
      </LinkButton>
      <h2>{words.heard}</h2>
      {heard.length === 0 ? <p>{words.nothing}</p> : <DefinitionRows rows={[...heard]} />}
      <SaidList {...props} />
      {correctable && <CorrectForm {...props} />}
      {correctable && row.maybeThere && <NumberForm {...props} />}
    </StaffPage>
  );
}

/** What the partner has to hear from us, and the button for what its server does not take. */
function SaidList({ frame, row, said }: OneViewProps) {
  if (said.length === 0) return null;
  const { one: words, said: states } = messagesFor(frame.locale);
  return (
    <>
      <h2>{words.said}</h2>
      <DefinitionRows
        rows={said.map(({ when, text, media, state, trouble }) => ({
          label: when,
          value: [text, media, states[state], state === 'sent' || state === 'told' ? undefined : trouble]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
      {said
        .filter(({ state }) => state === 'by-hand')
        .map(({ id, when }) => (
          <Form key={id} action={`/kerja/mitra/${row.id}/sampaikan`}>
            <input type="hidden" name="kabar" value={id} />
            <p>{words.tellThem(when)}</p>
            <Button kind="secondary">{words.told}</Button>
          </Form>
        ))}
    </>
  );
}

function CorrectForm({ frame, row, services, typed, errors = [] }: OneViewProps) {
  const words = messagesFor(frame.locale).one;
  const at = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <>
      <h2>{words.correct}</h2>
      <Form action={`/kerja/mitra/${row.id}`}>
        <input type="hidden" name="versi" value={row.version} />
        <SelectField
          id="layanan"
          name="layanan"
          label={words.service}
          hint={words.serviceHint}
          options={services.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
          value={typed.service}
          error={at('layanan')}
        />
        {row.demanded.map((attribute) => (
          <Demanded key={attribute.code} attribute={attribute} value={typed.attributes[attribute.code]} />
        ))}
        <TextArea
          id="isi"
          name="isi"
          label={words.text}
          hint={words.textHint}
          value={typed.description}
          required={false}
          maxLength={4000}
        />
        {row.maybeThere && (
          <CheckboxField
            id="ditanya"
            name="ditanya"
            label={words.askedLabel}
            options={[{ value: 'ya', label: words.asked }]}
            error={at('ditanya')}
          />
        )}
        <Button>{words.send}</Button>
      </Form>
    </>
  );
}

function Demanded({ attribute, value }: { attribute: TheirAttribute; value: string | undefined }) {
  const shared = { id: `a-${attribute.code}`, name: `a.${attribute.code}`, label: attribute.description, value };
  if (attribute.values.length === 0) return <TextField {...shared} required={attribute.required} />;
  const options = attribute.values.map(({ key, name }) => ({ value: key, label: name }));
  return <SelectField {...shared} options={options} required={attribute.required} />;
}

function NumberForm({ frame, row, typed, errors = [] }: OneViewProps) {
  const words = messagesFor(frame.locale);
  return (
    <>
      <h2>{words.one.numberTitle}</h2>
      <Form action={`/kerja/mitra/${row.id}/nomor`}>
        <input type="hidden" name="versi" value={row.version} />
        <TextField
          id="nomor"
          name="nomor"
          label={words.list.number}
          hint={words.one.numberHint}
          value={typed.number}
          error={errors.find((error) => error.field === 'nomor')?.message}
        />
        <Button kind="secondary">{words.one.saveNumber}</Button>
      </Form>
    </>
  );
}
