// What the page shell knows about the request; built by platform/http, read by every page.
import type { Locale } from '../lib/locale.ts';

export interface OfficerOfFrame {
  readonly name: string;
  readonly title: string;
  readonly permissions: readonly string[]; // these two decide the menu
  readonly roles: readonly string[];
}
export interface PageFrame {
  readonly locale: Locale;
  readonly path: string; // current path with query, for the language and text-size switches
  readonly csrf: string; // value for the hidden input `_csrf`
  readonly textSize: 'a' | 'a-plus' | 'a-plus-plus';
  readonly contrast: 'normal' | 'high';
  readonly saveData: boolean;
  readonly region: {
    readonly id: string;
    readonly name: string;
    readonly zoneLabel: string;
    readonly timezone: string;
    readonly phone?: string | undefined;
    readonly crestUrl?: string | undefined; // the region's own crest; the diamond mark stands in
  };
  readonly officer?: OfficerOfFrame | undefined;
  readonly development: boolean; // simulators are on: pages say so
  readonly assets: {
    // hashed URLs, from the manifest that assets-build.mjs writes
    readonly css: string;
    readonly script: string;
    readonly font: string;
    readonly staffCss?: string | undefined;
    readonly staffScript?: string | undefined;
    readonly visitWorker?: string | undefined;
    readonly counterScript?: string | undefined;
    readonly crewScript?: string | undefined;
    readonly mapCss?: string | undefined;
    readonly mapScript?: string | undefined; // loaded by pages with a map only
    readonly reportScript?: string | undefined; // of the form for reports
    readonly placeScript?: string | undefined; // its map, loaded when opened
    readonly mark?: string | undefined; // favicon
  };
  readonly now: Date;
}
