import { Button, ButtonGroup } from '../button/button.tsx';
import { CheckboxField, RadioField, SelectField, YesNoField } from '../form/choice.tsx';
import { DateField } from '../form/date.tsx';
import { DeclarationField } from '../form/declaration.tsx';
import { DraftBar } from '../form/draft-bar.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import { FileField } from '../form/file.tsx';
import { Form } from '../form/form.tsx';
import { CodeField, FamilyCardField, IntegerField, MoneyField, NikField, PhoneField } from '../form/numbers.tsx';
import { AddressField, AreaField, LocationField } from '../form/place.tsx';
import { RepeatGroup } from '../form/repeat-group.tsx';
import { SearchBox } from '../form/search-box.tsx';
import { TextArea, TextField } from '../form/text.tsx';
import type { PageFrame } from '../frame.ts';
import { galleryWords } from './words.ts';

// Two real kecamatan of Parepare with their kelurahan, enough for the search field to appear.
export const exampleAreas = [
  {
    label: 'Bacukiki',
    options: ['Galung Maloang', 'Lemoe', 'Lompoe', 'Watang Bacukiki'].map((name) => ({ value: name, label: name })),
  },
  {
    label: 'Soreang',
    options: [
      'Bukit Harapan',
      'Bukit Indah',
      'Kampung Pisang',
      'Lakessi',
      'Ujung Baru',
      'Ujung Lare',
      'Watang Soreang',
    ].map((name) => ({ value: name, label: name })),
  },
  {
    label: 'Ujung',
    options: ['Labukkang', 'Lapadde', 'Mallusetasi', 'Ujung Bulu', 'Ujung Sabbang'].map((name) => ({
      value: name,
      label: name,
    })),
  },
];

/** Every control once, some refused, so that errors are seen in place. */
export function Forms({ frame }: { frame: PageFrame }) {
  const t = galleryWords(frame);
  const f = t.form;
  return (
    <section id="formulir" class="stack gallery">
      <h2>{t.sections.forms}</h2>
      <SearchBox action="/gaya" label={t.home.search} hint={t.home.searchHint} />
      <ErrorSummary
        errors={[
          { field: 'g-nama', message: f.businessError },
          { field: 'g-foto', message: f.photoError },
        ]}
      />
      <Form action="/gaya" multipart label={t.sections.forms}>
        <TextField
          id="g-nama"
          name="nama"
          label={f.businessName}
          hint={f.businessHint}
          error={f.businessError}
          autocomplete="organization"
        />
        <RadioField id="g-pemilik" name="pemilik" label={f.owner} value="saya" options={withBranch(frame)} />
        <FileField
          id="g-foto"
          name="foto"
          label={f.photo}
          hint={f.photoHint}
          error={f.photoError}
          camera
          multiple
          uploaded={[{ id: '1', fileName: f.uploaded, note: f.uploadedNote, href: '#formulir', removeName: '_hapus' }]}
        />
        <TextArea
          id="g-kegiatan"
          name="kegiatan"
          label={f.description}
          hint={f.descriptionHint}
          maxLength={200}
          required={false}
        />
        <NikField id="g-nik" name="nik" label={f.nik} value="7372010203040005" />
        <FamilyCardField id="g-kk" name="kk" label={f.kk} />
        <PhoneField id="g-hp" name="hp" label={f.phone} />
        <TextField
          id="g-email"
          name="email"
          label={f.email}
          type="email"
          inputMode="email"
          autocomplete="email"
          required={false}
        />
        <MoneyField id="g-uang" name="uang" label={f.money} value="12500000" />
        <IntegerField id="g-orang" name="orang" label={f.people} suffix={f.peopleUnit} />
        <DateField
          id="g-lahir"
          name="lahir"
          label={f.birth}
          value={{ day: '24', month: '11', year: '1980' }}
          birthday
        />
        <CheckboxField id="g-hari" name="hari" label={f.days} options={f.dayOptions} values={['kerja']} />
        <YesNoField id="g-halal" name="halal" label={f.halal} />
        <SelectField id="g-jenis" name="jenis" label={f.sector} options={f.sectors} />
        <AreaField id="g-kelurahan" name="kelurahan" label={f.area} groups={exampleAreas} />
        <AddressField id="g-alamat" name="alamat" label={f.address} />
        <LocationField id="g-titik" name="titik" label={f.place} required={false} />
        <RepeatGroup
          id="g-pekerja"
          name="pekerja"
          label={f.workers}
          addLabel={f.addWorker}
          rows={[1, 2].map((row) => ({
            title: `${f.worker} ${row}`,
            fields: <TextField id={`g-pekerja-${row}`} name={`pekerja.${row}`} label={f.workerName} />,
          }))}
        />
        <CodeField id="g-kode" name="kode" label={f.code} />
        <DeclarationField id="g-benar" name="benar" label={f.declaration} />
        <DraftBar />
        <ButtonGroup>
          <Button icon="check">{f.send}</Button>
        </ButtonGroup>
      </Form>
    </section>
  );
}

function withBranch(frame: PageFrame) {
  const f = galleryWords(frame).form;
  return f.owners.map((option) =>
    option.value === 'bersama'
      ? { ...option, children: <IntegerField id="g-jumlah" name="jumlah" label={f.branch} suffix={f.peopleUnit} /> }
      : option,
  );
}
