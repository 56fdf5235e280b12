import {
  BackLink,
  Button,
  ButtonGroup,
  Details,
  ErrorSummary,
  Form,
  Inset,
  type PageFrame,
  PageTitle,
  TextField,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { DispatchPage } from './shell.tsx';

export const areaKeys = ['x', 'y', 'width', 'height'] as const;
type Row = Readonly<Record<string, string>>;
export interface CoverTyped {
  readonly rows?: readonly Row[];
  readonly error?: string;
  readonly reasonError?: string;
}
export interface CoverViewProps {
  readonly frame: PageFrame;
  readonly number: string;
  readonly photoId: string;
  readonly covered: boolean;
  readonly rows: readonly Row[];
  readonly error: string | undefined;
  readonly reasonError: string | undefined;
}

function AreaRow({ frame, at, row }: { frame: PageFrame; at: number; row: Row }) {
  const words = messagesFor(frame.locale).cover;
  return (
    <fieldset class="arearow" data-target="area">
      <legend>{words.area(at)}</legend>
      {areaKeys.map((key) => (
        <div key={key}>
          <label for={`${key}-${at}`}>{words.sides[key]}</label>
          <input
            class="input num"
            id={`${key}-${at}`}
            name={`${key}-${at}`}
            value={row[key]}
            inputMode="decimal"
            data-side={key}
          />
        </div>
      ))}
    </fieldset>
  );
}

export function CoverView({ frame, number, photoId, covered, rows, error, reasonError }: CoverViewProps) {
  const words = messagesFor(frame.locale).cover;
  const photo = `/kerja/laporan/${number}/foto/${photoId}`;
  const lines = [
    ...(error ? [{ field: 'x-1', message: error }] : []),
    ...(reasonError ? [{ field: 'alasan', message: reasonError }] : []),
  ];
  return (
    <DispatchPage frame={frame} title={words.title}>
      <BackLink href={`/kerja/laporan/${number}/tayang`} label={words.back} />
      <ErrorSummary errors={lines} />
      <PageTitle title={words.title} eyebrow={number} lead={words.lead} />
      {covered && (
        <Inset>
          <p>{words.covered}</p>
        </Inset>
      )}
      <div data-module="cover" data-remove={words.remove}>
        <p class="small" data-target="hint" hidden>
          {words.draw}
        </p>
        <div class="coverpicture">
          <img src={photo} alt={words.photo} data-target="picture" />
          <canvas data-target="canvas" hidden />
        </div>
        <Form action={`${photo}/tutupi`}>
          <p class="small">{words.numbers}</p>
          <div class="arearows">
            {rows.map((row, index) => (
              <AreaRow key={`${index + 1}`} frame={frame} at={index + 1} row={row} />
            ))}
          </div>
          <ButtonGroup>
            <Button icon="check">{words.save}</Button>
          </ButtonGroup>
        </Form>
      </div>
      {covered && (
        <Details summary={words.original} open={reasonError !== undefined}>
          <p>{words.originalNote}</p>
          <Form action={`${photo}/asli`} label={words.original}>
            <TextField id="alasan" name="alasan" label={words.reason} error={reasonError} maxLength={200} />
            <Button kind="secondary" icon="lock">
              {words.openOriginal}
            </Button>
          </Form>
        </Details>
      )}
    </DispatchPage>
  );
}
