import { formatLocalDate } from '../../../lib/dates/format.ts';
import { say } from '../../../lib/locale.ts';
import { ButtonGroup, Card, LinkButton, type PageFrame, Warning } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { ServiceSheet } from '../sheet.ts';
import type { Closing } from '../types.ts';

export interface ClosedNoticeProps {
  readonly frame: PageFrame;
  readonly sheet: ServiceSheet;
  readonly closing: Closing;
}

/** In place of the button that starts an application: why it is closed, until when, and what can be done now. */
export function ClosedNotice({ frame, sheet, closing }: ClosedNoticeProps) {
  const { locale } = frame;
  const words = messagesFor(locale).closed;
  const suspended = closing.kind === 'suspended';
  const reopens = closing.reopensOn ? words.reopens(formatLocalDate(closing.reopensOn, locale)) : words.noReopening;
  const phone = sheet.unit?.details.phone;
  return (
    <>
      <Warning>
        <p>
          <b>{suspended ? words.suspendedTitle : words.retiredTitle}</b>
        </p>
        <p>{say(closing.reason, locale)}</p>
        {suspended && <p>{reopens}</p>}
        {sheet.successor && <p>{words.successor(sheet.successor.title)}.</p>}
      </Warning>
      <Card>
        <h2>{words.now}</h2>
        <ButtonGroup>
          {sheet.successor && (
            <LinkButton href={`/layanan/${sheet.successor.slug}`} icon="right">
              {words.openSuccessor}
            </LinkButton>
          )}
          <LinkButton href="/lacak" kind="secondary">
            {words.track}
          </LinkButton>
          <LinkButton href="/bantuan" kind="secondary">
            {words.ask}
          </LinkButton>
          {phone && (
            <LinkButton href={`tel:${phone.replace(/[^\d+]/g, '')}`} kind="secondary" icon="phone">
              {words.phone(phone)}
            </LinkButton>
          )}
        </ButtonGroup>
        <p class="small">{words.openCases}</p>
        {suspended && <p class="small">{words.drafts}</p>}
        <p>
          <a href="/layanan">{words.others}</a>
        </p>
      </Card>
    </>
  );
}
