// A point outside of the city: asked once, never refused. With a script the form itself says so beside the map.
import { Button, CitizenPage, Form, type PageFrame, PageTitle } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export interface OutsideViewProps {
  readonly frame: PageFrame;
  readonly carried: readonly (readonly [string, string])[]; // what was typed
}

export function OutsideView({ frame, carried }: OutsideViewProps) {
  const { report: words } = messagesFor(frame.locale);
  const title = words.outsideTitle(frame.region.name);
  return (
    <CitizenPage frame={frame} title={title} active="lapor" noBottomBar>
      <PageTitle title={title} lead={words.outsideText} />
      <p>{words.outsideHelp}</p>
      <Form action="/lapor" multipart label={title}>
        {carried.map(([name, value], at) => (
          <input key={`${name}-${at}`} type="hidden" name={name} value={value} />
        ))}
        <div class="buttons">
          <Button name="ubah" value="1" icon="pin">
            {words.outsideChange}
          </Button>
          <Button kind="secondary" name="luar" value="1">
            {words.outsideSend}
          </Button>
        </div>
      </Form>
    </CitizenPage>
  );
}
