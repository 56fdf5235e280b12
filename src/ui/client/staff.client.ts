import './citizen.client.ts';
import { elapsed } from '../calls/elapsed.client.ts';
import { phoneReport, takeFocus } from '../calls/phone-report.client.ts';
import { ringing } from '../calls/ringing.client.ts';
import { reportSense } from '../report/report-sense.client.ts';
import { bulk } from '../staff/bulk.client.ts';
import { cover } from '../staff/cover.client.ts';
import { editor } from '../staff/editor.client.ts';
import { fresh } from '../staff/fresh.client.ts';
import { inbox } from '../staff/inbox.client.ts';
import { passkey } from '../staff/passkey.client.ts';
import { reply } from '../staff/reply.client.ts';
import { signOut } from '../visits/sign-out.client.ts';
import { visit } from '../visits/visit.client.ts';
import { visits } from '../visits/visits.client.ts';
import { start } from './start.ts';

start({
  bulk,
  cover,
  editor,
  elapsed,
  fresh,
  inbox,
  passkey,
  'phone-report': phoneReport,
  reply,
  'report-sense': reportSense,
  ringing,
  'sign-out': signOut,
  'take-focus': takeFocus,
  visit,
  visits,
});
