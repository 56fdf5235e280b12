import { runServer } from './start.ts';

await runServer({ web: false, worker: true });
