// On the page of a case: watch it or stop, who else does, and which cases it belongs with.
import { formatDateTime } from '../../../lib/dates/format.ts';
import { say } from '../../../lib/locale.ts';
import { Button, CaseNumber, CsrfInput, Details, Form, type PageFrame, SelectField } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { sideOf } from '../rules.ts';
import type { Dossier } from '../service/dossier.ts';

/** Where the forms lead back to. */
export const backs = ['berkas', 'laporan', 'daftar'] as const;
export type Back = (typeof backs)[number];
export interface DossierBoxProps {
  readonly frame: PageFrame;
  readonly dossier: Dossier;
  readonly back: Back;
}
const base = (number: string): string => `/petugas/berkas/${number}`;

function Own({ frame, dossier, back }: DossierBoxProps) {
  const words = messagesFor(frame.locale).box;
  const { own, number } = dossier;
  const style = { timezone: frame.region.timezone, locale: frame.locale };
  const addedBy = own?.addedBy ? ` ${words.addedBy(own.addedBy)}` : '';
  return (
    <>
      <p class="small">{own ? `${words.watching(formatDateTime(own.at, style))}${addedBy}` : words.watchNote}</p>
      <form method="post" action={`${base(number)}/${own ? 'berhenti-pantau' : 'pantau'}`} data-module="form">
        <CsrfInput />
        <input type="hidden" name="kembali" value={back} />
        <Button kind="secondary" small icon={own ? 'cross' : 'eye'}>
          {own ? words.stop : words.watch}
        </Button>
      </form>
    </>
  );
}

function AddColleague({ frame, dossier, back }: DossierBoxProps) {
  const words = messagesFor(frame.locale).box;
  if (dossier.colleagues.length === 0) return null;
  return (
    <Details summary={words.add}>
      <p class="small">{words.addNote}</p>
      <Form action={`${base(dossier.number)}/pantau-rekan`} label={words.add}>
        <input type="hidden" name="kembali" value={back} />
        <SelectField
          id="rekan"
          name="rekan"
          label={words.colleague}
          options={dossier.colleagues.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))}
        />
        <Button kind="secondary" small icon="plus">
          {words.addSend}
        </Button>
      </Form>
    </Details>
  );
}

function Linked({ frame, dossier }: Pick<DossierBoxProps, 'frame' | 'dossier'>) {
  const { box: words, sides } = messagesFor(frame.locale);
  const { links, number, caseId } = dossier;
  return (
    <>
      {links.length > 0 && (
        <ul>
          {links.map(({ target, definition, step }) => (
            <li key={target.id}>
              {sides[sideOf(step, caseId)]}{' '}
              <a href={base(target.number)}>
                <CaseNumber number={target.number} />
              </a>
              <span class="small line">
                {say(definition.title, frame.locale)}. {step.reason}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`${base(number)}/taut`}>{links.length > 0 ? words.toLinks : words.toLink}</a>
      </p>
    </>
  );
}

export function DossierBox(props: DossierBoxProps) {
  const { frame, dossier } = props;
  const words = messagesFor(frame.locale).box;
  const names = dossier.others.map(({ person }) => person.name).join(', ');
  return (
    <section class="stack" id="pantau">
      <h2>{words.title}</h2>
      <Own {...props} />
      {names !== '' && <p class="small">{words.others(names)}</p>}
      <AddColleague {...props} />
      <Linked frame={frame} dossier={dossier} />
    </section>
  );
}
