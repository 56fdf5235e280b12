// What the parts of an officer's own page have in common.
import type { ComponentChildren } from 'preact';
import { Button, type PageFrame } from '../../../ui/index.ts';
import type { AccountView } from '../account/account.ts';

export interface PartProps {
  readonly frame: PageFrame;
  readonly view: AccountView;
}

export function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

export function RowButton({ label, about }: { label: string; about: string }) {
  return (
    <Button kind="quiet" small>
      {label}
      <span class="hide"> {about}</span>
    </Button>
  );
}

export function styleOf(frame: PageFrame) {
  return { timezone: frame.region.timezone, locale: frame.locale };
}
