import type { ComponentChildren } from 'preact';
import { FrameContext } from '../context.ts';
import type { PageFrame } from '../frame.ts';
import { en } from '../messages.en.ts';
import { id } from '../messages.id.ts';

export interface DocumentProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly description?: string | undefined;
  readonly robots?: string | undefined;
  readonly bodyClass?: string | undefined;
  readonly staff?: boolean | undefined;
  readonly counter?: boolean | undefined; // the script of the counter screens, beside the staff's
  readonly crew?: boolean | undefined; // the script of the crew's pages, beside the staff's
  readonly report?: boolean | undefined; // the script of the form for reports
  readonly reloadSeconds?: number | undefined; // how often a page looks again when scripts do not run
  readonly children: ComponentChildren;
}

/** The html element itself; pages use CitizenPage, StaffPage or PlainPage. */
export function Document({
  frame,
  title,
  description,
  robots,
  bodyClass,
  staff,
  counter,
  crew,
  report,
  reloadSeconds,
  children,
}: DocumentProps) {
  const { assets } = frame;
  return (
    <FrameContext.Provider value={frame}>
      <html lang={frame.locale} class={rootClass(frame)}>
        <head>
          <meta charset="utf-8" />
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="theme-color" content="#06303F" />
          {description && <meta name="description" content={description} />}
          {robots && <meta name="robots" content={robots} />}
          {!frame.saveData && (
            <link rel="preload" href={assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
          )}
          <link rel="stylesheet" href={assets.css} />
          {staff && assets.staffCss && <link rel="stylesheet" href={assets.staffCss} />}
          {assets.mark && <link rel="icon" href={assets.mark} type="image/svg+xml" />}
          <script src={(staff && assets.staffScript) || assets.script} defer />
          {counter && assets.counterScript && <script src={assets.counterScript} defer />}
          {crew && assets.crewScript && <script src={assets.crewScript} defer />}
          {report && assets.reportScript && <script src={assets.reportScript} defer />}
          {reloadSeconds !== undefined && (
            <noscript>
              <meta http-equiv="refresh" content={String(reloadSeconds)} />
            </noscript>
          )}
        </head>
        <body class={bodyClass} data-offline={frame.locale === 'en' ? en.offline : id.offline}>
          {children}
        </body>
      </html>
    </FrameContext.Provider>
  );
}

function rootClass(frame: PageFrame): string | undefined {
  const names = [
    frame.textSize === 'a' ? '' : `ukuran-${frame.textSize}`,
    frame.contrast === 'high' ? 'kontras-tinggi' : '',
    frame.saveData ? 'hemat' : '',
  ].filter((name) => name !== '');
  return names.length === 0 ? undefined : names.join(' ');
}
