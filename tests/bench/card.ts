/**
 * `npm run bench -- card [rounds]`: how soon a card stands on screen after the pointer rests, and what painting it costs the
 * page's main thread, with 10,000 more entries installed. Beside each figure stands its goal.
 */
import { type BrowserName, browserNames, launchBrowser } from '../harness/browsers.ts';
import { servePages } from '../harness/serve-pages.ts';
import { openCardPage } from '../page/support/card-driver.ts';
import { cardScenes } from '../page/support/card-scenes.ts';

type Timing = { rest: number; shown: number; painted: number };

const delay = 400;
const entries = 10_000;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const row = (what: string, values: readonly number[], goal: number): void => {
  const middle = median(values);
  const figures = [middle, Math.min(...values), Math.max(...values)];
  const shown = figures.map((value) => value.toFixed(1).padStart(7)).join(' ');
  console.log(`  ${what.padEnd(58)}${shown}   ≤ ${goal}  ${middle <= goal ? 'met' : 'MISSED'}`);
};

/** How late this machine is just now with a timer of 400 ms and a box of one colour: what no card can be earlier than. */
const bareLateness = async (
  at: Parameters<typeof openCardPage>[0],
  rounds: number,
): Promise<readonly number[]> => {
  const late: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const driver = await openCardPage(at, cardScenes[0]?.html ?? '', { start: false });
    const { rest, painted } = await driver.evaluate<Timing>(`(() => {
      const coming = newsgloss.nextCard();
      const rest = performance.now();
      setTimeout(() => {
        const box = document.createElement('div');
        box.popover = 'manual';
        document.documentElement.append(box);
        box.showPopover();
      }, ${delay});
      return coming.then(({ painted }) => ({ rest, painted }));
    })()`);
    late.push(painted - (rest + delay));
    await driver.close();
  }
  return late;
};

const measure = async (name: BrowserName, rounds: number): Promise<void> => {
  const launched = await launchBrowser(name);
  const server = await servePages();
  const html = cardScenes[0]?.html ?? '';
  const figures = { late: [], wall: [], work: [], script: [], ahead: [] } as Record<
    string,
    number[]
  >;
  for (let i = 0; i < rounds; i++) {
    const driver = await openCardPage({ launched, server }, html, { start: { delay, entries } });
    const session = name === 'chromium' ? await driver.page.createCDPSession() : undefined;
    await session?.send('Performance.enable', { timeDomain: 'threadTicks' });
    const spent = async (key: string) => {
      const { metrics = [] } = (await session?.send('Performance.getMetrics')) ?? {};
      return (metrics.find((one) => one.name === key)?.value ?? 0) * 1000;
    };
    const coming = driver.evaluate<Timing>('newsgloss.nextCard()');
    await driver.hover('deepseek', 4);
    const atRest = await spent('TaskDuration');
    // The entry is asked for at 150 ms; what is counted from here is opening and painting alone.
    await driver.wait(250);
    const [task, script] = [await spent('TaskDuration'), await spent('ScriptDuration')];
    figures.ahead?.push(task - atRest);
    const { rest, shown, painted } = await coming;
    figures.work?.push((await spent('TaskDuration')) - task);
    figures.script?.push((await spent('ScriptDuration')) - script);
    figures.late?.push(painted - (rest + delay));
    figures.wall?.push(painted - shown);
    await driver.close();
  }
  const bare = await bareLateness({ launched, server }, rounds);
  const { late = [], wall = [], work = [], script = [], ahead = [] } = figures;
  console.log(`\n${name}, ${rounds} cold pages, ${entries} more entries (ms: median, least, most)`);
  row('painted after the target of 400 ms', late, 50);
  row('the same of an empty box, in a page without us', bare, 50);
  row('wall time from the card in the page to its painted frame', wall, 100);
  if (name === 'chromium') {
    row('main thread (its own time), opening and painting', work, 16);
    row('of which script', script, 16);
    row('main thread, building it ahead, the entry’s reading included', ahead, 50);
  }
  await server.close();
  await launched.close();
};

export const run = async ([rounds = '15']: readonly string[]): Promise<void> => {
  for (const name of browserNames) await measure(name, Number(rounds));
};
