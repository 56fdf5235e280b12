import { useWords } from '../context.ts';
import type { OfficerOfFrame, PageFrame } from '../frame.ts';
import type { GlyphName } from '../icon/glyphs.ts';
import { Icon } from '../icon/icon.tsx';
import type { id } from '../messages.id.ts';

type Label = keyof (typeof id)['staff']['menu'];
interface MenuEntry {
  readonly href: string;
  readonly label: Label;
  readonly icon: GlyphName;
  readonly needs?: readonly string[]; // one of these permissions; absent: every officer
  readonly roles?: readonly string[]; // one of these roles in any unit
}
type Reader = Pick<OfficerOfFrame, 'permissions' | 'roles'>;

const authors = ['author', 'publish', 'admin'];

/** Every part of the staff area and who may open it. It must say what the routes say; a test opens them all. */
export const staffMenu: readonly MenuEntry[] = [
  { href: '/petugas', label: 'inbox', icon: 'inbox' },
  { href: '/petugas?tampil=dinaikkan', label: 'raised', icon: 'flag' },
  { href: '/kerja/wali-kota', label: 'mayor', icon: 'flag', roles: ['wali-kota'] },
  { href: '/kerja/pesan-wali-kota', label: 'fromMayor', icon: 'flag', roles: ['kadis'] },
  { href: '/kerja/catat-pesan', label: 'noteForMayor', icon: 'phone', roles: ['wali-kota', 'petugas', 'telepon'] },
  { href: '/petugas/pantauan', label: 'watched', icon: 'eye' },
  { href: '/petugas/cari', label: 'find', icon: 'search' },
  { href: '/kerja/loket', label: 'counter', icon: 'building' },
  { href: '/kerja/kertas', label: 'paper', icon: 'document' },
  { href: '/kerja/telepon', label: 'phone', icon: 'phone', roles: ['petugas', 'telepon'] },
  { href: '/kerja/tinjau', label: 'visits', icon: 'pin' },
  { href: '/lapangan', label: 'crew', icon: 'truck', roles: ['petugas'] },
  { href: '/kerja/laporan/tinjau', label: 'reinspect', icon: 'search', roles: ['verifikator'] },
  {
    href: '/kerja/laporan',
    label: 'reports',
    icon: 'megaphone',
    roles: ['verifikator', 'petugas', 'kadis', 'penerima'],
  },
  { href: '/kerja/mitra', label: 'partners', icon: 'route', roles: ['verifikator'] },
  { href: '/petugas/tagihan', label: 'bills', icon: 'receipt', needs: ['treasury'] },
  { href: '/petugas/pengecualian', label: 'exceptions', icon: 'warning', needs: ['treasury'] },
  { href: '/petugas/rekonsiliasi', label: 'reconciliation', icon: 'coins', needs: ['treasury'] },
  { href: '/petugas/layanan', label: 'services', icon: 'grid', needs: authors },
  { href: '/petugas/pengelompokan', label: 'triage', icon: 'filter', needs: ['admin'] },
  { href: '/petugas/kalimat-laporan', label: 'sentences', icon: 'chat', needs: ['admin'] },
  { href: '/petugas/aset', label: 'assets', icon: 'pin', needs: ['admin'] },
  { href: '/petugas/kalender', label: 'calendar', icon: 'calendar', needs: ['admin'] },
  { href: '/petugas/pelimpahan', label: 'delegations', icon: 'people', needs: ['admin'] },
  { href: '/petugas/register', label: 'registers', icon: 'route', needs: ['admin'] },
  { href: '/petugas/akun', label: 'account', icon: 'person' },
];

const holdsOne = (wanted: readonly string[] | undefined, held: readonly string[]) =>
  wanted === undefined || wanted.some((one) => held.includes(one));

export function menuFor({ permissions, roles }: Reader): MenuEntry[] {
  return staffMenu.filter((entry) => holdsOne(entry.needs, permissions) && holdsOne(entry.roles, roles));
}

/** The part a page belongs to: the longest address it begins with. The inbox is only itself and its filters. */
export function currentPart(path: string): string | undefined {
  const [bare = ''] = path.split('?');
  if (bare === '/petugas') return path.includes('tampil=dinaikkan') ? '/petugas?tampil=dinaikkan' : '/petugas';
  const inside = ({ href }: MenuEntry) => href !== '/petugas' && (bare === href || bare.startsWith(`${href}/`));
  return staffMenu.find(inside)?.href;
}

/** All parts of the staff area this officer may open, behind one word that works without scripts. */
export function StaffMenu({ frame, officer }: { frame: PageFrame; officer: Reader }) {
  const { menu, menuLabel, menuOpen } = useWords().staff;
  const here = currentPart(frame.path);
  return (
    <nav class="staffmenu" aria-label={menuLabel}>
      <details>
        <summary>
          <Icon name="grid" size="small" />
          {menuOpen}
          <Icon name="down" size="small" />
        </summary>
        <ul>
          {menuFor(officer).map(({ href, label, icon }) => (
            <li key={href}>
              <a href={href} aria-current={href === here ? 'page' : undefined}>
                <Icon name={icon} size="small" />
                {menu[label]}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
