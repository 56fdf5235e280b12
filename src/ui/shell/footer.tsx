import { useWords } from '../context.ts';
import type { PageFrame } from '../frame.ts';
import { DiamondMark, Icon } from '../icon/icon.tsx';
import type { HeaderLink } from './header.tsx';

export interface FooterProps {
  readonly frame: PageFrame;
  readonly links: readonly HeaderLink[];
}

export function Footer({ frame, links }: FooterProps) {
  const words = useWords();
  return (
    <footer class="foot">
      <div class="strip" />
      <div class="wrap foot-in">
        <div class="foot-id">
          <DiamondMark />
          <p>
            <b>{words.footer.about(frame.region.name)}</b>
            {words.footer.always}
          </p>
        </div>
        {links.length > 0 && (
          <nav aria-label={words.footer.label}>
            <ul class="foot-links">
              {links.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <DisplaySettings frame={frame} />
      </div>
    </footer>
  );
}

const sizes = ['a', 'a-plus', 'a-plus-plus'] as const;
const sizeMarks = { a: 'A', 'a-plus': 'A+', 'a-plus-plus': 'A++' } as const;
const languages = [
  ['id', 'Indonesia'],
  ['en', 'English'],
] as const;

/** Text size, contrast and language as plain links to /tampilan, which sets a cookie and comes back. */
export function DisplaySettings({ frame }: { frame: PageFrame }) {
  const words = useWords().display;
  const href = (query: string) => `/tampilan?${query}&kembali=${encodeURIComponent(frame.path)}`;
  return (
    <section class="display" id="tampilan" aria-labelledby="tampilan-judul">
      <h2 id="tampilan-judul">{words.title}</h2>
      <dl>
        <div>
          <dt>{words.textSize}</dt>
          <dd>
            {sizes.map((size, index) => (
              <a
                key={size}
                class={`chip chip-${index + 1}`}
                href={href(`ukuran=${size}`)}
                aria-current={frame.textSize === size ? 'true' : undefined}
              >
                <span aria-hidden="true">{sizeMarks[size]}</span>
                <span class="hide">{words.sizes[size]}</span>
              </a>
            ))}
          </dd>
        </div>
        <div>
          <dt>{words.contrast}</dt>
          <dd>
            {(['normal', 'high'] as const).map((contrast) => (
              <a
                key={contrast}
                class="chip"
                href={href(`kontras=${contrast}`)}
                aria-current={frame.contrast === contrast ? 'true' : undefined}
              >
                {words.contrasts[contrast]}
              </a>
            ))}
          </dd>
        </div>
        <div>
          <dt>{words.language}</dt>
          <dd>
            {languages.map(([code, name]) => (
              <a
                key={code}
                class="chip"
                href={href(`bahasa=${code}`)}
                hreflang={code}
                lang={code}
                aria-current={frame.locale === code ? 'true' : undefined}
              >
                {code === 'en' && <Icon name="globe" size="small" />}
                {name}
              </a>
            ))}
          </dd>
        </div>
      </dl>
    </section>
  );
}
