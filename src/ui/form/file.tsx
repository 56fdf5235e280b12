import { Button } from '../button/button.tsx';
import { useWords } from '../context.ts';
import { Icon } from '../icon/icon.tsx';
import { describedBy, type FieldProps, FieldShell } from './field.tsx';

export interface UploadedItem {
  readonly id: string;
  readonly fileName: string;
  readonly note?: string | undefined; // e.g. "1,2 MB, hari ini 10.42"
  readonly href?: string | undefined; // to look at it
  readonly thumbnailUrl?: string | undefined;
  readonly removeName?: string | undefined; // name of the submit button that removes it; its value is `id`
}
export interface FileFieldProps extends FieldProps {
  readonly accept?: readonly string[] | undefined; // 'jpg' | 'png' | 'webp' | 'heic' | 'pdf' | 'audio'; default photos and pdf
  readonly multiple?: boolean | undefined;
  readonly camera?: boolean | undefined; // adds "Ambil foto" that opens the phone's camera
  readonly uploaded?: readonly UploadedItem[] | undefined; // never lost when the page comes back with an error
}

const types: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic,image/heif',
  pdf: 'application/pdf',
  audio: 'audio/*',
};

/** Photo or file. The script shrinks photos before they travel; without it the browser's own picker works. */
export function FileField(props: FileFieldProps) {
  const words = useWords().form;
  const pictures = props.accept === undefined || props.accept.some((kind) => types[kind]?.startsWith('image/'));
  const accept = (props.accept ?? ['jpg', 'png', 'webp', 'pdf']).map((kind) => types[kind] ?? `.${kind}`).join(',');
  return (
    <FieldShell field={props}>
      <UploadedList items={props.uploaded ?? []} />
      <div class="file" data-module="photo" data-shrunk={words.shrunk}>
        <input
          class="file-input"
          type="file"
          id={props.id}
          name={props.name}
          accept={accept}
          multiple={props.multiple}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describedBy(props)}
        />
        <label class="button button-secondary" for={props.id} hidden data-target="pick">
          <Icon name={pictures ? 'image' : 'document'} />
          <span>{pictures ? words.choosePhoto : words.chooseFile}</span>
        </label>
        {props.camera && (
          <label class="button button-secondary file-camera" for={`${props.id}-camera`}>
            <Icon name="camera" />
            <span>{words.takePhoto}</span>
            <input
              class="hide"
              type="file"
              id={`${props.id}-camera`}
              name={props.name}
              accept="image/*"
              capture="environment"
            />
          </label>
        )}
        <p class="hint" role="status" data-target="said" />
      </div>
    </FieldShell>
  );
}

function UploadedList({ items }: { items: readonly UploadedItem[] }) {
  const words = useWords();
  if (items.length === 0) return null;
  return (
    <ul class="uploaded" aria-label={words.form.uploadedFiles}>
      {items.map((item) => (
        <li key={item.id}>
          {item.thumbnailUrl ? <img src={item.thumbnailUrl} alt="" width="48" height="48" /> : <Icon name="document" />}
          <div>
            {item.href ? <a href={item.href}>{item.fileName}</a> : <b>{item.fileName}</b>}
            {item.note && <p class="small">{item.note}</p>}
          </div>
          {item.removeName && (
            <Button kind="quiet" name={item.removeName} value={item.id}>
              {words.remove}
              <span class="hide"> {item.fileName}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
