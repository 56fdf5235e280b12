import {
  Button,
  Details,
  FileField,
  Form,
  IntegerField,
  type PageFrame,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { materialName, materialRows, type Typed } from '../rules.ts';

export interface VisitFormProps {
  readonly frame: PageFrame;
  readonly number: string; // '' on the page for places without a signal: the script knows it
  readonly point: { readonly lat: number; readonly long: number } | undefined;
  readonly officerId: string;
  readonly visitKey: string;
  readonly farMetres: number;
  readonly canSolve: boolean;
  readonly typed: Typed;
  readonly kept: Readonly<Record<'sebelum' | 'sesudah', readonly string[]>>; // photos an earlier try brought
  readonly errors: ReadonlyMap<string, string>;
}

const textOf = (typed: Typed, name: string): string => (typeof typed[name] === 'string' ? typed[name] : '');

function Photos({ name, label, props }: { name: 'sebelum' | 'sesudah'; label: string; props: VisitFormProps }) {
  const words = messagesFor(props.frame.locale).visit;
  const kept = props.kept[name];
  return (
    <div data-photos={name}>
      <FileField
        id={name}
        name={name}
        label={label}
        hint={words.photoHint}
        accept={['jpg', 'png', 'webp']}
        error={props.errors.get(name)}
        required={false}
        multiple
        camera
      />
      {kept.length > 0 && <p class="small">{words.kept(kept.length)}</p>}
      {kept.map((value) => (
        <input key={value} type="hidden" name={`_${name}`} value={value} />
      ))}
      <ul class="crew-places" data-target={`places-${name}`} />
    </div>
  );
}

function Materials({ frame, typed, errors }: VisitFormProps) {
  const words = messagesFor(frame.locale).visit;
  const rows = Array.from({ length: materialRows }, (_, index) => index + 1);
  const open = rows.some((row) =>
    (['apa', 'banyak', 'satuan'] as const).some((part) => textOf(typed, materialName(row, part)) !== ''),
  );
  return (
    <Details summary={words.materials} open={open}>
      {rows.map((row) => {
        const field = (part: 'apa' | 'banyak' | 'satuan', label: string) => {
          const name = materialName(row, part);
          return { id: name, name, label, value: textOf(typed, name), error: errors.get(name), required: false };
        };
        return (
          <fieldset key={row} class="crew-material">
            <legend class="hide">{words.what(row)}</legend>
            <TextField {...field('apa', words.what(row))} />
            <TextField {...field('banyak', words.amount)} inputMode="decimal" width="4" />
            <TextField {...field('satuan', words.unit)} width="4" />
          </fieldset>
        );
      })}
    </Details>
  );
}

function Time({ frame, typed, errors }: VisitFormProps) {
  const words = messagesFor(frame.locale).visit;
  return (
    <div class="crew-time" data-target="time" data-running={words.running}>
      <IntegerField
        id="menit"
        name="menit"
        label={words.minutes}
        suffix={words.minutesUnit}
        value={textOf(typed, 'menit')}
        error={errors.get('menit')}
        required={false}
      />
      <input type="hidden" name="mulai" value="" data-target="began" />
      <Button type="button" kind="secondary" icon="clock" hidden target="start">
        {words.start}
      </Button>
      <Button type="button" kind="secondary" icon="check" hidden target="stop">
        {words.stop}
      </Button>
      <p class="small" role="status" data-target="running" />
    </div>
  );
}

export function VisitForm(props: VisitFormProps) {
  const { frame, typed, errors, point } = props;
  const words = messagesFor(frame.locale);
  return (
    <div
      class="stack"
      data-module="crew-visit"
      data-number={props.number}
      data-officer={props.officerId}
      data-lat={point?.lat}
      data-long={point?.long}
      data-far={props.farMetres}
      data-words={JSON.stringify({ ...words.device, ...words.mistakes })}
    >
      <p class="visit-state" role="status" data-target="state" />
      <Form action={`/lapangan/${props.number}`} multipart label={words.visit.form}>
        <input type="hidden" name="key" value={props.visitKey} />
        <Photos name="sebelum" label={words.visit.before} props={props} />
        <Photos name="sesudah" label={words.visit.after} props={props} />
        <TextField
          id="tanpa_foto"
          name="tanpa_foto"
          label={words.visit.without}
          value={textOf(typed, 'tanpa_foto')}
          error={errors.get('tanpa_foto')}
          required={false}
        />
        <TextArea
          id="dikerjakan"
          name="dikerjakan"
          label={words.visit.work}
          hint={words.visit.workHint}
          value={textOf(typed, 'dikerjakan')}
          error={errors.get('dikerjakan')}
          rows={3}
        />
        <Time {...props} />
        <Materials {...props} />
        <TextArea
          id="catatan"
          name="catatan"
          label={words.visit.note}
          hint={words.visit.noteHint}
          value={textOf(typed, 'catatan')}
          error={errors.get('catatan')}
          required={false}
          rows={2}
        />
        <div class="buttons">
          {props.canSolve && (
            <Button name="selesai" value="1" icon="check-circle">
              {words.visit.solved}
            </Button>
          )}
          <Button kind="secondary" name="selesai" value="">
            {words.visit.save}
          </Button>
        </div>
      </Form>
      <Button type="button" kind="secondary" icon="plus" hidden target="another">
        {words.device.another}
      </Button>
    </div>
  );
}
