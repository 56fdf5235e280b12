import type { ComponentChildren } from 'preact';
import { useFrame, useWords } from '../context.ts';

export interface FormProps {
  readonly action: string;
  readonly method?: 'post' | 'get' | undefined; // default post
  readonly multipart?: boolean | undefined; // true when it holds a FileField
  readonly autosaveUrl?: string | undefined; // POSTed quietly while the person types; files are left out
  readonly id?: string | undefined;
  readonly label?: string | undefined; // name of the form when a page has several
  readonly children: ComponentChildren;
}

/** A form with the hidden `_csrf`, no browser bubbles (the server says what to put right) and a guard against double taps. */
export function Form({ action, method = 'post', multipart, autosaveUrl, id, label, children }: FormProps) {
  const words = useWords();
  return (
    <form
      id={id}
      class="stack form"
      action={action}
      method={method}
      enctype={multipart ? 'multipart/form-data' : undefined}
      novalidate
      aria-label={label}
      data-module="form"
      data-sending={words.form.sending}
      data-uploading={multipart ? words.form.uploading : undefined}
      data-autosave-url={autosaveUrl}
    >
      {method === 'post' && <CsrfInput />}
      {children}
    </form>
  );
}

/** The hidden token; Form puts it in by itself. */
export function CsrfInput() {
  const frame = useFrame();
  return frame ? <input type="hidden" name="_csrf" value={frame.csrf} /> : null;
}
