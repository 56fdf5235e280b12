import type { ComponentChildren } from 'preact';
import { CsrfInput } from '../../../ui/index.ts';

/** A form that is only a button: no fields, so none of the room that Form leaves between them. */
export function PressForm({ action, children }: { action: string; children: ComponentChildren }) {
  return (
    <form action={action} method="post">
      <CsrfInput />
      {children}
    </form>
  );
}
