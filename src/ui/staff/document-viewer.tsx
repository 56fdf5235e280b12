import type { ComponentChildren } from 'preact';
import { useWords } from '../context.ts';
import { Icon } from '../icon/icon.tsx';
import { StatusTag } from '../status/status-tag.tsx';
import { AudioPlayer } from './audio.tsx';

export interface ViewerFile {
  readonly id: string;
  readonly label: string; // "KTP pemohon"
  readonly href: string;
  readonly type: 'image' | 'pdf' | 'audio' | 'other';
  readonly note?: string | undefined;
  readonly check?: ComponentChildren; // the checklist or form beside the picture
  readonly checked?: 'good' | 'bad' | undefined;
  readonly checkedLabel?: string | undefined; // "Sudah benar", "Perlu diperbaiki"
  readonly open?: boolean | undefined;
}

/** Documents one below the other, the picture beside what has to be checked; lazy, so a long list stays light. */
export function DocumentViewer({ files }: { files: readonly ViewerFile[] }) {
  const words = useWords().staff;
  return (
    <div class="viewer">
      {files.map((file, index) => (
        <details key={file.id} class="viewer-file" open={file.open ?? index === 0}>
          <summary>
            <Icon name={file.type === 'image' ? 'image' : 'document'} />
            <span>{file.label}</span>
            {file.checked && (
              <StatusTag status={file.checked === 'good' ? 'done' : 'needs-you'} label={file.checkedLabel} />
            )}
            <Icon name="down" size="small" />
          </summary>
          <div class="viewer-in">
            <figure>
              <ViewerPicture file={file} />
              <figcaption class="small">
                {file.note && <>{file.note} · </>}
                <a href={file.href} target="_blank" rel="noopener">
                  {words.openFile}
                  <span class="hide"> {file.label}</span>
                </a>
              </figcaption>
            </figure>
            {file.check && <div class="stack">{file.check}</div>}
          </div>
        </details>
      ))}
    </div>
  );
}

function ViewerPicture({ file }: { file: ViewerFile }) {
  const words = useWords().staff;
  if (file.type === 'image') return <img src={file.href} alt={file.label} loading="lazy" />;
  if (file.type === 'audio') return <AudioPlayer src={file.href} label={file.label} />;
  if (file.type === 'pdf') return <iframe src={file.href} title={file.label} loading="lazy" />;
  return <p class="viewer-none">{words.noPreview}</p>;
}
