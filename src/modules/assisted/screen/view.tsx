import {
  Button,
  ButtonGroup,
  CitizenScreenPage,
  CsrfInput,
  DefinitionRows,
  type PageFrame,
  QrSlot,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { CitizenScreen } from './state.ts';

export function ScreenView({ frame, screen }: { frame: PageFrame; screen: CitizenScreen }) {
  const words = messagesFor(frame.locale).screen;
  return (
    <CitizenScreenPage frame={frame} title={words.title}>
      {screen.kind === 'idle' && <Idle frame={frame} />}
      {screen.kind === 'thanks' && <Thanks frame={frame} receipt={screen.receipt} />}
      {screen.kind === 'check' && <Check frame={frame} screen={screen} />}
    </CitizenScreenPage>
  );
}

function Idle({ frame }: { frame: PageFrame }) {
  return (
    <div class="citizen-idle">
      <h1>{frame.region.name}</h1>
      <div class="strip" />
      <p>{messagesFor(frame.locale).screen.welcome}</p>
    </div>
  );
}

type Of<K extends CitizenScreen['kind']> = Extract<CitizenScreen, { kind: K }>;

function Thanks({ frame, receipt }: { frame: PageFrame; receipt: Of<'thanks'>['receipt'] }) {
  const words = messagesFor(frame.locale).screen;
  return (
    <div class="citizen-thanks stack">
      <h1>{words.thanks}</h1>
      <p>{receipt.service}</p>
      <p>
        {words.number}
        <b class="citizen-number num">{receipt.number}</b>
      </p>
      {receipt.due && <p>{words.due(receipt.due, receipt.answer)}</p>}
      <QrSlot text={receipt.trackUrl} label={words.qr} hint={words.qrHint} />
    </div>
  );
}

function Check({ frame, screen }: { frame: PageFrame; screen: Of<'check'> }) {
  const words = messagesFor(frame.locale).screen;
  return (
    <div class="citizen-check stack">
      <p class="eyebrow">{screen.service}</p>
      <h1>{words.check}</h1>
      <p>{words.lead}</p>
      {screen.rows.length === 0 ? <p>{words.empty}</p> : <DefinitionRows rows={screen.rows} />}
      {screen.originals.length > 0 && (
        <section>
          <h2>{words.originals}</h2>
          <ul>
            {screen.originals.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </section>
      )}
      {screen.said && (
        <p class="citizen-said" role="status">
          {screen.said === 'right' ? words.saidRight : words.saidWrong}
        </p>
      )}
      {screen.rows.length > 0 && screen.said !== 'right' && (
        <form action="/kerja/loket/layar" method="post" class="citizen-answer">
          <CsrfInput />
          <input type="hidden" name="isian" value={screen.entryId} />
          <input type="hidden" name="tentang" value={screen.digest} />
          <ButtonGroup>
            <Button name="jawab" value="right" icon="check">
              {words.right}
            </Button>
            <Button name="jawab" value="wrong" kind="secondary" icon="cross">
              {words.wrong}
            </Button>
          </ButtonGroup>
        </form>
      )}
    </div>
  );
}
