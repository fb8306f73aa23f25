import { launch } from './launch.mjs';

await launch('src/cli/jonction.ts');
