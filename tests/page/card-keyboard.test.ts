import { describe, expect, test } from 'vitest';
import { browserNames } from '../harness/browsers.ts';
import { twoMarks, useCard } from './support/use-card.ts';

describe.each(browserNames)('the card by keyboard in %s', (name) => {
  const open = useCard(name);

  test('a walk shows each mark, rings it and opens its card; back goes back', async () => {
    const driver = await open(twoMarks);
    for (const label of ['DeepSeek', 'AMD', 'Nvidia']) {
      await driver.evaluate(`newsgloss.handle.walk('next')`);
      expect(await driver.labelSoon(label)).toBe(label);
    }
    await driver.evaluate(`newsgloss.handle.walk('previous')`);
    expect(await driver.labelSoon('AMD')).toBe('AMD');
    const shown = (await driver.calls()).filter(([call]) => call === 'show');
    expect(shown.map(([, surface]) => surface)).toEqual(['DeepSeek', 'AMD', 'Nvidia', 'AMD']);
  });

  test('the ring is gone when the card is', async () => {
    const driver = await open(twoMarks);
    await driver.evaluate(`newsgloss.handle.walk('next')`);
    await driver.labelSoon('DeepSeek');
    const rings = async () => (await driver.calls()).filter(([call]) => call === 'ring-off').length;
    expect(await rings()).toBe(0);
    await driver.page.keyboard.press('Escape');
    expect(await rings()).toBe(1);
  });

  test('the pointer’s place does not close a card that a key opened', async () => {
    const driver = await open(twoMarks);
    await driver.evaluate(`newsgloss.handle.walk('next')`);
    await driver.labelSoon('DeepSeek');
    await driver.page.mouse.move(600, 600, { steps: 3 });
    await driver.wait(600);
    expect(await driver.label()).toBe('DeepSeek');
  });

  test('the focus goes into the card and back to where it was', async () => {
    const driver = await open(twoMarks);
    await driver.page.focus('#field');
    await driver.evaluate(`newsgloss.handle.walk('next')`);
    await driver.labelSoon('DeepSeek');
    const focus = () =>
      driver.evaluate<string>(
        `document.activeElement.id || newsgloss.root.activeElement?.getAttribute('role') || 'elsewhere'`,
      );
    expect(await focus()).toBe('field');
    await driver.evaluate('newsgloss.handle.toggleFocus()');
    expect(await focus()).toBe('dialog');
    await driver.evaluate('newsgloss.handle.toggleFocus()');
    expect(await focus()).toBe('field');
    await driver.evaluate('newsgloss.handle.toggleFocus()');
    await driver.page.keyboard.press('Escape');
    expect(await focus()).toBe('field');
    expect(await driver.label()).toBeNull();
  });

  test('all of the card is in reach of Tab, whose end leads back into the page', async () => {
    const driver = await open(twoMarks);
    await driver.page.focus('#field');
    await driver.evaluate(`newsgloss.handle.walk('next')`);
    await driver.labelSoon('DeepSeek');
    await driver.evaluate('newsgloss.handle.toggleFocus()');
    const names: (string | null)[] = [];
    for (let i = 0; i < 12; i++) {
      await driver.page.keyboard.press('Tab');
      const at = await driver.evaluate<string | null>(
        `newsgloss.root.activeElement?.title || newsgloss.root.activeElement?.textContent || null`,
      );
      if (!at) break;
      names.push(at);
    }
    expect(names.map((one) => one?.slice(0, 4))).toEqual([
      'Pin',
      'Clos',
      'More',
      'Know',
      'Not ',
      'Why ',
      'Open',
    ]);
    expect(await driver.evaluate('document.activeElement.id')).toBe('field');
    expect(await driver.label()).toBe('DeepSeek');
  });

  test('everything that a pointer can do in it, a key can: unfold, follow, go back', async () => {
    const driver = await open(twoMarks);
    await driver.evaluate(`newsgloss.handle.walk('next')`);
    await driver.labelSoon('DeepSeek');
    await driver.evaluate('newsgloss.handle.toggleFocus()');
    const tabTo = async (wanted: string) => {
      for (let i = 0; i < 40; i++) {
        await driver.page.keyboard.press('Tab');
        const at = await driver.evaluate<string>(
          `newsgloss.root.activeElement?.title || newsgloss.root.activeElement?.textContent || ''`,
        );
        if (at.startsWith(wanted)) return;
      }
      throw new Error(`Tab never came to ${wanted}`);
    };
    await tabTo('More');
    await driver.page.keyboard.press('Enter');
    await driver.page.keyboard.down('Shift');
    await tabTo('DeepSeek-R1');
    await driver.page.keyboard.up('Shift');
    await driver.page.keyboard.press('Enter');
    expect(await driver.labelSoon('DeepSeek-R1')).toBe('DeepSeek-R1');
    await tabTo('Back to DeepSeek');
    await driver.page.keyboard.press('Enter');
    expect(await driver.labelSoon('DeepSeek')).toBe('DeepSeek');
  });

  test('the focus is never lost: done leads to undo, and undone back', async () => {
    const driver = await open(twoMarks);
    await driver.evaluate(`newsgloss.handle.walk('next')`);
    await driver.labelSoon('DeepSeek');
    await driver.evaluate('newsgloss.handle.toggleFocus()');
    const focused = () =>
      driver.evaluate<string>(
        `newsgloss.root.activeElement?.getAttribute('role') ?? newsgloss.root.activeElement?.textContent`,
      );
    for (let i = 0; i < 4; i++) await driver.page.keyboard.press('Tab');
    expect(await focused()).toBe('Known');
    await driver.page.keyboard.press('Enter');
    expect(await focused()).toBe('Undo');
    await driver.page.keyboard.press('Enter');
    expect(await focused()).toBe('Known');
    expect(await driver.calls()).toContainEqual(['undoKnow', 'deepseek']);
  });

  test('is a dialog named by its entry, not modal, announced once and only when asked for', async () => {
    const driver = await open(twoMarks);
    const heard = () =>
      driver.evaluate<string>(`newsgloss.root.querySelector('.heard[role=status]').textContent`);
    await driver.opened('deepseek', 'DeepSeek');
    await driver.wait(250);
    expect(await heard()).toBe('');
    await driver.evaluate(`newsgloss.handle.walk('next')`);
    await driver.labelSoon('AMD');
    await driver.wait(250);
    expect(await heard()).toMatch(/^AMD, Company\. /);
    const dialog = await driver.evaluate(
      `(() => { const one = newsgloss.root.querySelector('[role=dialog]');
        return [one.getAttribute('aria-modal'), newsgloss.root.getElementById(one.getAttribute('aria-labelledby')).textContent] })()`,
    );
    expect(dialog).toEqual([null, 'AMD']);
    if (name === 'chromium') {
      const tree = await driver.page.accessibility.snapshot();
      const dialogs = tree?.children?.filter(({ role }) => role === 'dialog');
      expect(dialogs?.map((one) => [one.name, one.modal ?? false])).toEqual([['AMD', false]]);
    }
  });
});
