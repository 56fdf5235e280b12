// One wrong import for each rule of .dependency-cruiser.cjs: rule -> files to write. The first file holds the violation.
type Plant = Readonly<Record<string, string>>;

const thing = 'export const planted = 1;\n';
const use = (from: string) => `import { planted } from '${from}';\nexport const other = planted;\n`;

export const plants: Readonly<Record<string, Plant>> = {
  'module-front-door': {
    'src/modules/letters/planted-door.ts': use('../cases/planted-room.ts'),
    'src/modules/cases/planted-room.ts': thing,
  },
  'module-front-door-of-tests': {
    'src/modules/letters/planted-door.test.ts': use('../cases/planted-room-two.ts'),
    'src/modules/cases/planted-room-two.ts': thing,
  },
  'module-front-door-of-the-rest': {
    'src/cli/planted-door.ts': use('../modules/cases/planted-room-three.ts'),
    'src/modules/cases/planted-room-three.ts': thing,
  },
  'no-module-cycle': {
    'src/modules/organisation/planted-cycle.ts': `import '../identity/index.ts';\n${thing}`,
  },
  'no-file-cycle': {
    'src/lib/planted-egg.ts': `import { hen } from './planted-hen.ts';\nexport const egg = () => hen;\n`,
    'src/lib/planted-hen.ts': `import { egg } from './planted-egg.ts';\nexport const hen = () => egg;\n`,
  },
  'tier-0-knows-no-higher-tier': {
    'src/modules/documents/planted-up.ts': `import '../cases/index.ts';\n${thing}`,
  },
  'tier-1-knows-no-higher-tier': {
    'src/modules/cases/planted-up.ts': `import '../letters/index.ts';\n${thing}`,
  },
  'every-module-has-a-tier': {
    'src/modules/planted/index.ts': `import '../../lib/errors.ts';\n${thing}`,
  },
  'below-the-modules': {
    'src/platform/planted-up.ts': `import '../modules/cases/index.ts';\n${thing}`,
  },
  'lib-stands-alone': {
    'src/lib/planted-up.ts': `import '../platform/ids.ts';\n${thing}`,
  },
  'definition-knows-lib-only': {
    'src/definition/planted-side.ts': `import '../platform/ids.ts';\n${thing}`,
  },
  'ui-knows-lib-only': {
    'src/ui/planted-side.ts': `import '../definition/schema.ts';\n${thing}`,
  },
  'forms-draw-the-language': {
    'src/forms/planted-side.ts': `import '../platform/ids.ts';\n${thing}`,
  },
  'platform-knows-no-service-language': {
    'src/platform/planted-side.ts': `import '../definition/schema.ts';\n${thing}`,
  },
  'pure-decisions': {
    'src/modules/cases/engine/planted-reader.ts': `import { readFileSync } from 'node:fs';\nexport const other = readFileSync;\n`,
  },
  'pure-decisions-stay-inside': {
    'src/modules/cases/engine/planted-leak.ts': use('../store/planted-rows.ts'),
    'src/modules/cases/store/planted-rows.ts': thing,
  },
  'sql-in-stores': {
    'src/modules/cases/service/planted-sql.ts': `import { sql } from 'kysely';\nexport const other = sql;\n`,
  },
  'views-show': {
    'src/modules/cases/views/planted-view.ts': use('../service/planted-service.ts'),
    'src/modules/cases/service/planted-service.ts': thing,
  },
  'stores-only-store': {
    'src/modules/cases/store/planted-caller.ts': use('../service/planted-service-two.ts'),
    'src/modules/cases/service/planted-service-two.ts': thing,
  },
  'no-test-code-in-the-product': {
    'src/modules/cases/planted-shortcut.ts': `import './testing.ts';\n${thing}`,
  },
  'no-development-package-in-the-product': {
    'src/platform/planted-package.ts': `import fc from 'fast-check';\nexport const other = fc;\n`,
  },
  'no-way-out-of-the-tree': {
    'src/platform/planted-out.ts': `import '../../bench/main.ts';\n${thing}`,
  },
  'no-unresolvable': {
    'src/platform/planted-missing.ts': `import './nowhere-at-all.ts';\n${thing}`,
  },
  'no-orphan': {
    'src/platform/planted-orphan.ts': thing,
  },
};
