import { launch } from './launch.mjs';

await launch('src/start.ts');
