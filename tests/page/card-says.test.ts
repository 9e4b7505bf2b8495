import { describe, expect, test } from 'vitest';
import { browserNames } from '../harness/browsers.ts';
import type { Box, CardDriver } from './support/card-driver.ts';
import { pageOf, useCard } from './support/use-card.ts';

const marks = pageOf(
  `<p>On <i data-concept="deepseek">DeepSeek</i>, <i data-concept="post-training">post-training</i> and
    <i data-concept="r1-release">its release</i>.</p>`,
);

/** What a function says of every element of the card that a selector finds. */
const each = async <T>(driver: CardDriver, selector: string, say: string): Promise<readonly T[]> =>
  JSON.parse(
    await driver.evaluate<string>(
      `JSON.stringify([...newsgloss.root.querySelectorAll('${selector}')].map(${say}))`,
    ),
  ) as T[];
const texts = (driver: CardDriver, selector: string) =>
  each<string>(driver, selector, '(one) => one.textContent');

describe.each(browserNames)('what the card says in %s', (name) => {
  const open = useCard(name);

  test('first what it is and how old that is; the rest is one step away', async () => {
    const driver = await open(marks);
    await driver.opened('deepseek', 'DeepSeek');
    expect(await driver.text('.byline')).toBe('Companyas of February 2025');
    expect(await driver.text('.summary')).toMatch(/^Chinese startup /);
    expect(await driver.text('.unfold')).toMatch(/^More\d+ claimsSources disagree$/);
    expect(await texts(driver, '.definition, .claims, .related')).toEqual([]);
    await driver.press('.unfold');
    expect(await driver.text('.definition')).toMatch(/^DeepSeek is /);
    expect(await texts(driver, '.chip')).toContain('DeepSeek-R1');
  });

  test('each claim has its speaker and kind in words, its publisher and month, and leads to the article', async () => {
    const driver = await open(marks);
    await driver.opened('deepseek', 'DeepSeek');
    await driver.press('.unfold');
    for (const voice of await texts(driver, '.attribution'))
      expect(voice).toMatch(/^\S.* (reports|says|states|estimates)$|^General knowledge$/);
    const cited = await each<{ text: string; href: string; target: string; rel: string }>(
      driver,
      '.citation',
      '({ textContent: text, href, target, rel }) => ({ text, href, target, rel })',
    );
    expect(cited.length).toBeGreaterThan(4);
    for (const { text, href, target, rel } of cited) {
      expect(text).toMatch(/^\S.*, [A-Z][a-z]+ \d{4}, paragraph \d+$/);
      expect(href).toMatch(/^https:\/\//);
      expect([target, rel]).toEqual(['_blank', 'noopener noreferrer']);
    }
  });

  test.each([
    [900, 'side by side'],
    [320, 'one above the other'],
  ])(
    'claims that dispute each other are drawn together, in a window of %i px %s',
    async (width) => {
      const driver = await open(marks, { viewport: { width, height: 700 } });
      await driver.opened('deepseek', 'DeepSeek');
      await driver.press('.unfold');
      expect(await texts(driver, '.disputes .part-title')).toEqual(['Sources disagree']);
      const [one, other] = await each<Box>(
        driver,
        '.side',
        '(side) => side.getBoundingClientRect()',
      );
      if (!one || !other) throw new Error('no two sides');
      if (width > 400) expect([other.top, other.left > one.right]).toEqual([one.top, true]);
      else expect([other.left, other.top > one.bottom]).toEqual([one.left, true]);
      const claims = await texts(driver, '.statement');
      expect(new Set(claims).size).toBe(claims.length);
    },
  );

  test('the life of a model is a strip with the concept’s place in it, whose other stages can be followed', async () => {
    const driver = await open(marks);
    await driver.opened('post-training', 'Post-training');
    await driver.press('.unfold');
    expect(await texts(driver, '.stage')).toEqual(['Pre-training', 'Post-training', 'Inference']);
    expect(await texts(driver, '.stage[aria-current=step]')).toEqual(['Post-training']);
    await driver.press('Inference');
    expect(await driver.labelSoon('Inference')).toBe('Inference');
    await driver.press('Back to Post-training');
    expect(await driver.labelSoon('Post-training')).toBe('Post-training');
  });

  test('a dated event has its place in the order of what happened', async () => {
    const driver = await open(marks);
    await driver.opened('r1-release', 'Release of R1');
    await driver.press('.unfold');
    const dates = await each<string>(driver, '.moment-date', '({ dateTime }) => dateTime');
    expect(dates.length).toBeGreaterThan(2);
    expect(dates.toSorted()).toEqual(dates);
    expect(await texts(driver, '.moment[aria-current=step] .moment-what')).toEqual([
      'DeepSeek releases R1',
    ]);
  });
});
