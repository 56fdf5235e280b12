import { type LocalText, say } from '../../../lib/locale.ts';
import { CitizenPage, DefinitionRows, LinkButton, type PageFrame, PageTitle } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Asset } from '../types.ts';

export interface AssetViewProps {
  readonly frame: PageFrame;
  readonly asset: Asset;
  readonly owner: LocalText | undefined;
  readonly area: string | undefined;
}

/** Behind the QR code: what was scanned, and the way to the report. */
export function AssetView({ frame, asset, owner, area }: AssetViewProps) {
  const words = messagesFor(frame.locale).asset;
  const rows = [
    { label: words.code, value: asset.code },
    { label: words.place, value: asset.place },
    { label: words.area, value: area ?? '' },
    { label: words.owner, value: owner ? say(owner, frame.locale) : '' },
  ].filter(({ value }) => value !== '');
  return (
    <CitizenPage frame={frame} title={asset.name} robots="noindex">
      <PageTitle title={asset.name} lead={words.lead} />
      <DefinitionRows rows={rows} />
      <LinkButton href={`/lapor?aset=${asset.code}`}>{words.report}</LinkButton>
    </CitizenPage>
  );
}

export function UnknownAssetView({ frame }: { frame: PageFrame }) {
  const words = messagesFor(frame.locale).asset;
  return (
    <CitizenPage frame={frame} title={words.unknown} robots="noindex">
      <PageTitle title={words.unknown} lead={words.unknownLead} />
      <LinkButton href="/lapor">{words.report}</LinkButton>
    </CitizenPage>
  );
}
