import {
  BackLink,
  Button,
  Details,
  ErrorSummary,
  Form,
  type PageFrame,
  PageTitle,
  SelectField,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { classes, priorityValues } from '../rules.ts';
import type { Option } from '../service/choices.ts';
import { DispatchPage } from './shell.tsx';

export interface ChooseTyped {
  readonly kind: 'forward' | 'join';
  readonly id: string;
  readonly numbers: readonly string[];
  readonly unit: string;
  readonly category: string;
  readonly class: string;
  readonly priority: string;
  readonly note: string;
  readonly follows: string;
  readonly reason: string;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}
export interface ChooseViewProps {
  readonly frame: PageFrame;
  readonly units: readonly Option[];
  readonly categories: readonly Option[];
  readonly typed: ChooseTyped;
}

function ForwardFields({ frame, units, categories, typed }: ChooseViewProps) {
  const all = messagesFor(frame.locale);
  const error = typed.errors.find(({ field }) => field === 'unit')?.message;
  return (
    <>
      <SelectField
        id="unit"
        name="unit"
        label={all.report.unitChoice}
        options={units}
        value={typed.unit}
        error={error}
      />
      <SelectField
        id="kategori"
        name="kategori"
        label={all.report.categoryChoice}
        options={categories}
        value={typed.category}
        required={false}
      />
      <SelectField
        id="kelas"
        name="kelas"
        label={all.forward.class}
        options={classes.map((value) => ({ value, label: all.forward.classes[value] }))}
        value={typed.class}
      />
      <SelectField
        id="prioritas"
        name="prioritas"
        label={all.forward.priority}
        options={priorityValues.map((value) => ({ value, label: all.forward.priorities[value] }))}
        value={typed.priority}
      />
      <TextArea
        id="catatan"
        name="catatan"
        label={all.report.note}
        value={typed.note}
        rows={3}
        maxLength={500}
        required={false}
      />
    </>
  );
}

function JoinFields({ frame, typed }: Pick<ChooseViewProps, 'frame' | 'typed'>) {
  const words = messagesFor(frame.locale).batch;
  const error = typed.errors.find(({ field }) => field === 'ikut')?.message;
  return (
    <>
      <TextField
        id="ikut"
        name="ikut"
        label={words.follows}
        hint={words.followsHint}
        value={typed.follows}
        width="20"
        error={error}
      />
      <TextField id="alasan" name="alasan" label={words.reason} value={typed.reason} required={false} maxLength={200} />
    </>
  );
}

/** What is to be done with all of them; nothing has happened yet. */
export function ChooseView(props: ChooseViewProps) {
  const { frame, typed } = props;
  const words = messagesFor(frame.locale).batch;
  const { kind, numbers, id } = typed;
  const title = kind === 'join' ? words.joinTitle(numbers.length) : words.forwardTitle(numbers.length);
  return (
    <DispatchPage frame={frame} title={title}>
      <BackLink href="/kerja/laporan" label={messagesFor(frame.locale).report.back} />
      <ErrorSummary errors={typed.errors} />
      <PageTitle title={title} lead={words.lead} />
      <Details summary={words.which}>
        <p class="num">{numbers.join(' · ')}</p>
      </Details>
      <Form action="/kerja/laporan/banyak/kirim">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="jenis" value={kind} />
        <input type="hidden" name="nomor" value={numbers.join(' ')} />
        {kind === 'join' ? <JoinFields {...props} /> : <ForwardFields {...props} />}
        <Button icon={kind === 'join' ? 'people' : 'forward'}>
          {kind === 'join' ? words.joinAll : words.forwardAll}
        </Button>
      </Form>
    </DispatchPage>
  );
}
