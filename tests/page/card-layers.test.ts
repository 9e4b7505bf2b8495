import { describe, expect, test } from 'vitest';
import { browserNames } from '../harness/browsers.ts';
import type { CardDriver } from './support/card-driver.ts';
import { hostileStyle } from './support/card-scenes.ts';
import { pageOf, twoMarks, useCard } from './support/use-card.ts';

/** Whether the middle of the card is the card's, whatever else would stand there. */
const isOnTop = async (driver: CardDriver): Promise<boolean> => {
  const card = await driver.card();
  if (!card) return false;
  const { x, y } = driver.center(card);
  return driver.evaluate(`newsgloss.root.host === (() => {
    let one = document.elementFromPoint(${x}, ${y});
    while (one?.shadowRoot?.elementFromPoint) one = one.shadowRoot.elementFromPoint(${x}, ${y});
    return one;
  })()`);
};

const withDialog = pageOf(`
  <p>Some words on <i data-concept="deepseek">DeepSeek</i>.</p>
  <dialog id="box" style="width:500px;height:420px"><p>Here on <i data-concept="amd">AMD</i>.</p>
    <button id="inside">Inside</button></dialog>
  <div style="position:fixed;inset:120px 0 0 0;z-index:2147483647;background:#eee">An overlay</div>`);

describe.each(browserNames)('the card among layers in %s', (name) => {
  const open = useCard(name);

  test('stands above every z-index', async () => {
    const driver = await open(withDialog);
    await driver.opened('deepseek', 'DeepSeek');
    expect(await isOnTop(driver)).toBe(true);
  });

  test('can be used inside a modal dialog', async () => {
    const driver = await open(withDialog);
    await driver.evaluate('box.showModal()');
    await driver.opened('amd', 'AMD');
    expect(await isOnTop(driver)).toBe(true);
    await driver.press('.unfold');
    expect(await driver.text('.definition')).toBeTruthy();
    await driver.page.keyboard.press('Escape');
    expect(await driver.label()).toBeNull();
    expect(await driver.evaluate('box.open')).toBe(true);
    await driver.page.keyboard.press('Escape');
    expect(await driver.evaluate('box.open')).toBe(false);
  });

  test('goes when a modal dialog shuts its mark out', async () => {
    const driver = await open(withDialog);
    await driver.opened('deepseek', 'DeepSeek');
    await driver.evaluate('box.showModal()');
    expect(await driver.labelSoon(null, 500)).toBeNull();
  });

  test('pinned, it stands above a dialog opened later and can be used there', async () => {
    const driver = await open(withDialog);
    await driver.opened('deepseek', 'DeepSeek');
    await driver.press('Pin');
    await driver.evaluate('box.showModal()');
    await driver.wait(150);
    expect(await isOnTop(driver)).toBe(true);
    await driver.press('.unfold');
    expect(await driver.text('.definition')).toBeTruthy();
    await driver.evaluate('box.close()');
    await driver.wait(150);
    expect(await driver.label()).toBe('DeepSeek');
    expect(await isOnTop(driver)).toBe(true);
  });

  test.each([
    [
      'side by side',
      `<dialog id="one">On <i data-concept="amd">AMD</i>.</dialog><dialog id="two">Two</dialog>`,
    ],
    [
      'one in the other',
      `<dialog id="two">Two <dialog id="one">On <i data-concept="amd">AMD</i>.</dialog></dialog>`,
    ],
  ])(
    'of two modal dialogs it belongs to the one opened last, wherever they stand: %s',
    async (_, dialogs) => {
      const driver = await open(
        pageOf(`<p>On <i data-concept="deepseek">DeepSeek</i>.</p>${dialogs}
      <style>dialog { width: 420px; height: 300px }</style>`),
      );
      await driver.opened('deepseek', 'DeepSeek');
      await driver.press('Pin');
      await driver.evaluate('(two.showModal(), one.showModal())');
      await driver.wait(150);
      expect(await isOnTop(driver)).toBe(true);
      await driver.press('.unfold');
      expect(await driver.text('.definition')).toBeTruthy();
      await driver.press('Close');
      await driver.wait(1100);
      expect(await driver.opened('amd', 'AMD')).toBe('AMD');
      expect(await isOnTop(driver)).toBe(true);
      await driver.press('Pin');
      await driver.evaluate('one.close()');
      await driver.wait(150);
      expect(await isOnTop(driver)).toBe(true);
      await driver.press('.unfold');
      expect(await driver.text('.definition')).toBeTruthy();
    },
  );

  test('can be used in a modal dialog that a component of the page draws around its text', async () => {
    const driver = await open(
      pageOf(`<p>On <i data-concept="deepseek">DeepSeek</i>.</p>
        <div id="part"><p>On <i data-concept="amd">AMD</i>.</p></div>
        <script>part.attachShadow({ mode: 'open' }).innerHTML =
          '<dialog style="width:500px;height:420px"><slot></slot></dialog>'</script>`),
    );
    await driver.evaluate(`part.shadowRoot.querySelector('dialog').showModal()`);
    expect(await driver.opened('amd', 'AMD')).toBe('AMD');
    expect(await isOnTop(driver)).toBe(true);
    await driver.press('.unfold');
    expect(await driver.text('.definition')).toBeTruthy();
    await driver.press('Close');
    await driver.evaluate(`part.shadowRoot.querySelector('dialog').close()`);
    await driver.wait(1100);
    await driver.opened('deepseek', 'DeepSeek');
    await driver.press('Pin');
    for (const [code, unfolded] of [
      ['showModal', true],
      ['close', false],
    ] as const) {
      await driver.evaluate(`part.shadowRoot.querySelector('dialog').${code}()`);
      await driver.wait(150);
      expect(await isOnTop(driver), code).toBe(true);
      await driver.press('.unfold');
      expect((await driver.text('.definition')) !== undefined, code).toBe(unfolded);
    }
  });

  test('stands above a popover of the page opened later', async () => {
    const driver = await open(
      pageOf(`<p>On <i data-concept="deepseek">DeepSeek</i>.</p>
        <div id="over" popover="manual" style="inset:60px 0 0 0;width:100%;height:500px">Over all</div>`),
    );
    await driver.opened('deepseek', 'DeepSeek');
    await driver.evaluate('over.showPopover()');
    await driver.wait(100);
    expect(await driver.label()).toBe('DeepSeek');
    expect(await isOnTop(driver)).toBe(true);
  });

  test('opens in full screen, and pinned outlives its coming and going', async () => {
    const driver = await open(
      pageOf(`<div id="screen" style="background:#fff"><p>On <i data-concept="deepseek">DeepSeek</i>.</p>
        <button onclick="document.getElementById('screen').requestFullscreen()" id="go">Full</button></div>`),
    );
    await driver.opened('deepseek', 'DeepSeek');
    await driver.press('Pin');
    const button = await driver.page.$('#go');
    await driver.evaluate(`document.getElementById('go').scrollIntoView()`);
    await button?.evaluate((one) => one.setAttribute('style', 'position:fixed;right:0;bottom:0'));
    await button?.click();
    await driver.wait(900);
    expect(await driver.evaluate('document.fullscreenElement !== null')).toBe(true);
    expect(await driver.label()).toBe('DeepSeek');
    expect(await isOnTop(driver)).toBe(true);
    await driver.press('Close');
    await driver.wait(1100);
    expect(await driver.opened('deepseek', 'DeepSeek')).toBe('DeepSeek');
    expect(await isOnTop(driver)).toBe(true);
    await driver.evaluate('document.exitFullscreen()');
  });

  test('a hostile page alters neither its box nor its looks, nor does it alter the page’s', async () => {
    const looks = async (html: string) => {
      const driver = await open(html);
      await driver.evaluate(`newsgloss.handle.walk('next')`);
      expect(await driver.labelSoon('DeepSeek')).toBe('DeepSeek');
      await driver.wait(250);
      const card = await driver.card();
      const onTop = await isOnTop(driver);
      return driver
        .evaluate<string[][]>(
          `[newsgloss.root.host, ...newsgloss.root.querySelectorAll('*')].map((one) => {
            const style = getComputedStyle(one);
            return ['display', 'visibility', 'opacity', 'color', 'backgroundColor', 'fontSize', 'fontFamily',
              'letterSpacing', 'width', 'height', 'pointerEvents', 'zoom', 'transform', 'direction'].map((name) => style[name])
          })`,
        )
        .then((styles) => ({ styles, onTop, width: card && card.right - card.left }));
    };
    const plain = await looks(twoMarks);
    const hostile = await looks(twoMarks.replace('</style>', `${hostileStyle}</style>`));
    expect(hostile.styles).toEqual(plain.styles);
    expect(hostile.width).toBe(380);
    expect(hostile.onTop).toBe(true);
  });
});
