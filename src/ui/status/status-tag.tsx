import { useWords } from '../context.ts';
import type { GlyphName } from '../icon/glyphs.ts';
import { Icon } from '../icon/icon.tsx';

export const statusKinds = ['received', 'in-progress', 'needs-you', 'done', 'refused', 'cancelled'] as const;
export type StatusKind = (typeof statusKinds)[number];

const glyphOf: Record<StatusKind, GlyphName> = {
  received: 'inbox',
  'in-progress': 'hourglass',
  'needs-you': 'alert-circle',
  done: 'check-circle',
  refused: 'cross-circle',
  cancelled: 'minus-circle',
};

export interface StatusTagProps {
  readonly status: StatusKind;
  readonly label?: string | undefined; // default: the word of the status
  readonly reader?: 'citizen' | 'staff' | undefined; // for officers "needs you" is quiet waiting, not an alarm
}

/** Word, icon and colour, always all three. */
export function StatusTag({ status, label, reader = 'citizen' }: StatusTagProps) {
  const words = useWords();
  if (reader === 'staff' && status === 'needs-you') {
    return (
      <span class="tag">
        <Icon name="hourglass" size="small" />
        {label ?? words.staff.waitsForCitizen}
      </span>
    );
  }
  return (
    <span class={`tag tag-${status}`}>
      <Icon name={glyphOf[status]} size="small" />
      {label ?? words.status[status]}
    </span>
  );
}

/** The mark beside a status when a promise is broken, e.g. "Lewat janji 2 hari". */
export function LateMark({ text }: { text: string }) {
  return (
    <span class="tag tag-late">
      <Icon name="clock" size="small" />
      {text}
    </span>
  );
}
