import type { ComponentChildren } from 'preact';
import type { GlyphName } from '../icon/glyphs.ts';
import { Icon } from '../icon/icon.tsx';

export type ButtonKind = 'primary' | 'secondary' | 'destructive' | 'quiet';

interface Look {
  readonly kind?: ButtonKind | undefined; // default primary
  readonly icon?: GlyphName | undefined;
  readonly small?: boolean | undefined; // staff tables only: 40 px
  readonly children: ComponentChildren;
}
export interface ButtonProps extends Look {
  readonly type?: 'submit' | 'button' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly form?: string | undefined;
  readonly formAction?: string | undefined;
  readonly hidden?: boolean | undefined; // client scripts reveal it
  readonly module?: string | undefined; // data-module
  readonly target?: string | undefined; // data-target
}

/** A button says its result: "Kirim laporan", never "Submit". */
export function Button({ kind, icon, small, children, ...rest }: ButtonProps) {
  return (
    <button
      type={rest.type ?? 'submit'}
      class={lookOf(kind, small)}
      name={rest.name}
      value={rest.value}
      form={rest.form}
      formaction={rest.formAction}
      hidden={rest.hidden}
      data-module={rest.module}
      data-target={rest.target}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

export interface LinkButtonProps extends Look {
  readonly href: string;
  readonly download?: boolean | undefined;
}
/** A link that looks like a button, for starting a task. */
export function LinkButton({ kind, icon, small, href, download, children }: LinkButtonProps) {
  return (
    <a class={lookOf(kind, small)} href={href} download={download}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  );
}

/** Buttons side by side, 8 px apart also when they wrap; full width on narrow phones. */
export function ButtonGroup({ children }: { children: ComponentChildren }) {
  return <div class="buttons">{children}</div>;
}

function lookOf(kind: ButtonKind = 'primary', small = false): string {
  return `button${kind === 'primary' ? '' : ` button-${kind}`}${small ? ' button-small' : ''}`;
}
