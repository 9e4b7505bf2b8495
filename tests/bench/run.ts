/** `npm run bench -- NAME [arguments]`: runs `tests/bench/NAME.ts`; each prints its goals beside its figures. */
import { existsSync } from 'node:fs';

const [name, ...rest] = process.argv.slice(2);
const file = new URL(`./${name}.ts`, import.meta.url);
if (!name || !/^[a-z-]+$/.test(name) || !existsSync(file)) {
  console.error(`There is no bench called ${name ?? '(nothing)'}: see tests/bench.`);
  process.exit(2);
}
const { run } = (await import(file.href)) as { run: (args: readonly string[]) => Promise<void> };
await run(rest);
