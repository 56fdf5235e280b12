import { say } from '../../../lib/locale.ts';
import { Inset, LinkButton, type PageFrame, PageTitle } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { RegionTexts } from '../region-texts.ts';
import { CatalogueFrame } from './citizen-frame.tsx';

/** The declaration every office owes the public (UU 25/2009 Pasal 22). */
export function MaklumatView({ frame, texts }: { frame: PageFrame; texts: RegionTexts }) {
  const words = messagesFor(frame.locale);
  const { maklumat, complaints } = texts;
  return (
    <CatalogueFrame frame={frame} title={words.maklumat.title}>
      <PageTitle title={words.maklumat.title} lead={words.maklumat.lead} />
      {maklumat ? (
        <Inset>
          <p class="lead">{say(maklumat.text, frame.locale)}</p>
          {maklumat['signed-by'] && (
            <p>
              {words.maklumat.signedBy}: <b>{say(maklumat['signed-by'], frame.locale)}</b>
            </p>
          )}
        </Inset>
      ) : (
        <p>{words.maklumat.missing}</p>
      )}
      <h2>{words.maklumat.meaning}</h2>
      <ul>
        {words.maklumat.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {complaints.service && (
        <>
          <h2>{words.maklumat.complain}</h2>
          <LinkButton href={`/layanan/${complaints.service}`} kind="secondary" icon="megaphone">
            {words.home.report}
          </LinkButton>
        </>
      )}
    </CatalogueFrame>
  );
}
