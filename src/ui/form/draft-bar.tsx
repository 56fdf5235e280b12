import { Button } from '../button/button.tsx';
import { useWords } from '../context.ts';

export interface DraftBarProps {
  readonly label?: string | undefined; // of the main button; default "Simpan dan lanjut"
  readonly name?: string | undefined; // of the second button; default `_later`
  readonly savedText?: string | undefined; // e.g. "Tersimpan pukul 10.42"
}

/** End of a form page: go on, or save and come back later. The script writes here when it saved by itself. */
export function DraftBar({ label, name = '_later', savedText }: DraftBarProps) {
  const words = useWords().form;
  return (
    <div class="draft">
      <div class="buttons">
        <Button>{label ?? words.save}</Button>
        <Button kind="quiet" name={name} value="true">
          {words.saveForLater}
        </Button>
      </div>
      <p
        class="small"
        role="status"
        data-target="draft"
        data-saving={words.saving}
        data-saved={words.savedAt}
        data-failed={words.notSaved}
      >
        {savedText}
      </p>
    </div>
  );
}
