import type { PageFrame } from '../frame.ts';
import { PageTitle } from '../layout/layout.tsx';
import { CitizenPage } from '../shell/citizen-page.tsx';
import { FreshNotice } from '../staff/fresh-notice.tsx';
import { exampleNames } from './examples.tsx';
import { Forms } from './form-section.tsx';
import { Lists, Notices, PromiseAndTiles, Tables, Tracking, TypeAndIcons } from './sections.tsx';
import { StaffCase, StaffCounters, StaffFilters, StaffInbox } from './staff-section.tsx';
import { galleryWords } from './words.ts';

/** Every component once, with example content in the reader's language. */
export function galleryPage(frame: PageFrame) {
  const t = galleryWords(frame);
  return (
    <CitizenPage
      frame={frame}
      title={t.title}
      phase={t.intro}
      robots="noindex"
      account={{ href: '/masuk', label: t.staff.nav[0] ?? '' }}
      staff
    >
      <PageTitle title={t.title} lead={t.lead} />
      <nav aria-label={t.sections.pages}>
        <ul class="gallery-pages">
          {exampleNames.map((name) => (
            <li key={name}>
              <a href={`/gaya/${name}`}>{t.examples[name]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <TypeAndIcons frame={frame} />
      <PromiseAndTiles frame={frame} />
      <Lists frame={frame} />
      <Notices frame={frame} />
      <Tracking frame={frame} />
      <Tables frame={frame} />
      <Forms frame={frame} />
      <section id="petugas" class="stack gallery">
        <h2>{t.sections.staff}</h2>
        <FreshNotice url="/gaya/baru" reloadHref="/gaya" />
        <StaffCounters frame={frame} />
        <StaffFilters frame={frame} />
        <StaffInbox frame={frame} />
        <StaffCase frame={frame} />
      </section>
    </CitizenPage>
  );
}
