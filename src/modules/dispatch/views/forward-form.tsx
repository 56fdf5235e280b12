import { Button, CsrfInput, LinkButton, type PageFrame } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { classes, priorityValues } from '../rules.ts';
import type { ListRow } from '../service/rows.ts';
import type { Proposal } from '../service/suggest.ts';

export interface ForwardFormProps {
  readonly frame: PageFrame;
  readonly row: ListRow;
  readonly requestId: string;
  readonly back: string; // the address of the list as it is now
}
type Sendable = Proposal & { readonly unit: NonNullable<Proposal['unit']> };
const isSendable = (proposal: Proposal): proposal is Sendable => proposal.unit !== undefined;

/** One tap sends it where it probably belongs; what is suggested can be changed first. Works without scripts. */
export function ForwardForm({ frame, row, requestId, back }: ForwardFormProps) {
  const words = messagesFor(frame.locale).forward;
  const { number } = row;
  const sendable = row.proposals.filter(isSendable);
  const [first] = sendable;
  const elsewhere = `/kerja/laporan/${number}#teruskan`;
  if (!first)
    return (
      <LinkButton href={elsewhere} kind="secondary" small>
        {words.choose}
        <span class="hide">{words.of(number)}</span>
      </LinkButton>
    );
  const priority = row.danger ? 'darurat' : first.priority;
  const more = `ubah-${number}`;
  return (
    <form class="oneTap" method="post" action={`/kerja/laporan/${number}/teruskan`} data-module="form">
      <CsrfInput />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="kembali" value={back} />
      <Button icon="forward" small>
        {words.to(first.unit.short)}
        <span class="hide">{words.of(number)}</span>
      </Button>
      <p class="small">{[first.name, words.classes[first.class], words.priorities[priority]].join(' · ')}</p>
      <details>
        <summary>
          {words.change}
          <span class="hide">{words.of(number)}</span>
        </summary>
        <label for={`${more}-usul`}>{words.suggestion}</label>
        <select class="input" id={`${more}-usul`} name="usul">
          {sendable.map(({ category, name, unit }) => (
            <option key={category} value={`${unit.code} ${category}`} selected={category === first.category}>
              {unit.short}: {name}
            </option>
          ))}
        </select>
        <label for={`${more}-kelas`}>{words.class}</label>
        <select class="input" id={`${more}-kelas`} name="kelas">
          {classes.map((value) => (
            <option key={value} value={value} selected={value === first.class}>
              {words.classes[value]}
            </option>
          ))}
        </select>
        <label for={`${more}-prioritas`}>{words.priority}</label>
        <select class="input" id={`${more}-prioritas`} name="prioritas">
          {priorityValues.map((value) => (
            <option key={value} value={value} selected={value === priority}>
              {words.priorities[value]}
            </option>
          ))}
        </select>
        <p>
          <a href={elsewhere}>{words.other}</a>
        </p>
      </details>
    </form>
  );
}
