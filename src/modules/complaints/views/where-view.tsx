// The place: the phone's own, where the photo was taken, a tap on the map; or kelurahan and landmark, which is always enough.
import { isRecord } from '../../../definition/fields/types.ts';
import { Button, Details, TextField } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { Question, type ReportViewProps } from './question.tsx';

export function Where(props: ReportViewProps) {
  const { frame, map, raw, errors } = props;
  const words = messagesFor(frame.locale).report;
  const error = errors.find(({ field }) => field === 'lokasi')?.message;
  const typed = isRecord(raw) && isRecord(raw.lokasi) ? raw.lokasi : {};
  const [lat, lng] = [String(typed.lat ?? ''), String(typed.lng ?? '')];
  const { placeScript, mapCss } = frame.assets;
  const drawn = map.centre !== undefined && placeScript !== undefined && !frame.saveData;
  return (
    <div
      class="stack"
      data-module="report-place"
      data-searching={words.searching}
      data-found={words.found}
      data-denied={words.denied}
      data-tapped={words.tapped}
      data-photo={words.photoPlace}
      data-photo-used={words.photoUsed}
      data-script={drawn ? placeScript : undefined}
      data-css={mapCss}
      data-outlines={map.outlines}
      data-area-found={words.areaFound}
      data-area-near={words.areaNear}
      data-area-other={words.areaOther}
      data-area-outside={words.areaOutside(frame.region.name)}
    >
      <div class="inset stack" data-target="photo-offer" hidden>
        <p role="status" data-target="photo-where" />
        <div class="buttons">
          <Button type="button" kind="secondary" icon="check" target="photo-take">
            {words.photoTake}
          </Button>
          <Button type="button" kind="quiet" target="photo-leave">
            {words.photoLeave}
          </Button>
        </div>
      </div>
      <div class="buttons">
        <Button type="button" kind="secondary" icon="pin" hidden target="mine">
          {words.mine}
        </Button>
        <Button type="button" kind="secondary" icon="pin" hidden target="open-map">
          {words.openMap}
        </Button>
      </div>
      <p class="small" role="status" data-target="place-said" />
      <section
        class="boardmap"
        hidden
        data-target="map"
        data-place-map="1"
        role="application"
        aria-label={words.mapLabel}
        data-tiles={map.tiles}
        data-attribution={map.attribution}
        data-outlines={map.outlines}
        data-about={words.sketched}
        data-known="/laporan.geojson"
        data-centre={map.centre}
        data-zoom-in={words.zoomIn}
        data-zoom-out={words.zoomOut}
      />
      <p role="status" data-target="area-said" />
      <div class="buttons" data-target="area-choices" />
      <Question {...props} id="wilayah" />
      <Question {...props} id="patokan" />
      <Details summary={words.byHand} open={error !== undefined || lat !== ''}>
        <div class="pair">
          <TextField
            id="lokasi"
            name="lokasi.lat"
            label={words.latitude}
            value={lat}
            width="10"
            required={false}
            error={error}
          />
          <TextField
            id="lokasi-lng"
            name="lokasi.lng"
            label={words.longitude}
            value={lng}
            width="10"
            required={false}
          />
        </div>
      </Details>
    </div>
  );
}
