import {
  BackLink,
  Button,
  CitizenPage,
  ErrorSummary,
  Form,
  type PageFrame,
  PageTitle,
  SelectField,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export interface AgainViewProps {
  readonly frame: PageFrame;
  readonly code: string;
  readonly number: string;
  readonly services: readonly { readonly value: string; readonly label: string }[];
  readonly missing: boolean; // sent without a service
}

/** Which service next, with the data of this case. */
export function AgainView({ frame, code, number, services, missing }: AgainViewProps) {
  const words = messagesFor(frame.locale).journey;
  return (
    <CitizenPage frame={frame} title={words.again} active="lacak" noBottomBar errors={missing} robots="noindex">
      <BackLink href={`/lacak/${code}`} />
      <ErrorSummary errors={missing ? [{ field: 'layanan', message: words.againChoose }] : []} />
      <PageTitle title={words.again} lead={words.againLead(number)} />
      <Form action={`/lacak/${code}/ajukan-lagi`}>
        <SelectField
          id="layanan"
          name="layanan"
          label={words.againService}
          placeholder={words.againChoose}
          options={services}
          error={missing ? words.againChoose : undefined}
        />
        <Button icon="forward">{words.againButton}</Button>
      </Form>
    </CitizenPage>
  );
}
