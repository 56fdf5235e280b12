// The office: the inbox, one case, letters to sign.
import { Button } from '../button/button.tsx';
import type { PageFrame } from '../frame.ts';
import { PageTitle } from '../layout/layout.tsx';
import { EmptyState } from '../notice/notice.tsx';
import { StaffPage } from '../staff/staff-page.tsx';
import { StaffCase, StaffCaseHeader, StaffCounters, StaffFilters, StaffInbox } from './staff-section.tsx';
import { galleryWords } from './words.ts';

function navOf(frame: PageFrame, current: number) {
  const icons = ['inbox', 'search', 'sign', 'star'] as const;
  return galleryWords(frame).staff.nav.map((label, index) => ({
    href: `/petugas/${index}`,
    label,
    icon: icons[index],
    count: index === 0 ? 23 : undefined,
    current: index === current,
  }));
}

export function inbox(frame: PageFrame) {
  const t = galleryWords(frame).staff;
  return (
    <StaffPage frame={frame} title={t.inboxTitle} nav={navOf(frame, 0)} wide>
      <PageTitle title={t.inboxTitle} />
      <p>
        {t.shift} <a href="/serah-terima">{t.handover}</a>
      </p>
      <StaffCounters frame={frame} />
      <StaffFilters frame={frame} />
      <StaffInbox frame={frame} />
    </StaffPage>
  );
}

export function caseView(frame: PageFrame) {
  return (
    <StaffPage frame={frame} title={galleryWords(frame).staff.caseTitle} nav={navOf(frame, 0)} wide>
      <StaffCaseHeader frame={frame} />
      <StaffCase frame={frame} />
    </StaffPage>
  );
}

export function signing(frame: PageFrame) {
  const t = galleryWords(frame).staff;
  return (
    <StaffPage frame={frame} title={t.signTitle} nav={navOf(frame, 2)} wide>
      <PageTitle title={t.signTitle} />
      <StaffInbox
        frame={frame}
        select={{ action: '/gaya', name: 'pilih', buttons: <Button icon="sign">{t.sign}</Button> }}
      />
      <EmptyState title={t.empty}>
        <p>{t.emptyNext}</p>
      </EmptyState>
    </StaffPage>
  );
}
