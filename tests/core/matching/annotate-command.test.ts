import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const command = join(import.meta.dirname, '../../../src/tools/annotate.ts');

const annotate = (input: string) =>
  spawnSync(process.execPath, [command], { input, encoding: 'utf8' });

const passage = (id: string, text: string) =>
  JSON.stringify({ id, title: 'DeepSeek and its LLM', page_context: 'An AI model.', text });

describe('the command `annotate`', () => {
  it('answers a line with a line: every mention in the text, with its reason', () => {
    const { stdout, status } = annotate(`${passage('a', 'R1 is cheap. R1 is DeepSeek’s.')}\n`);
    const [answer] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(answer.id).toBe('a');
    expect(
      answer.mentions.map(({ start, end, surface, concept }: Record<string, unknown>) => [
        start,
        end,
        surface,
        concept,
      ]),
    ).toEqual([
      [0, 2, 'R1', 'deepseek-r1'],
      [13, 15, 'R1', 'deepseek-r1'],
      [19, 27, 'DeepSeek', 'deepseek'],
    ]);
    expect(answer.mentions[0].reason.rule).toMatch(/^[a-z-]+$/);
  });

  it('names bad lines, answers the others, and ends with status 2', () => {
    const lines = [passage('a', 'x'), '{"id": 1', '{"id": "b"}', '', passage('c', 'Nvidia')];
    const { stdout, stderr, status } = annotate(lines.join('\n'));
    const ids = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id);
    expect(ids).toEqual(['a', 'c']);
    expect(stderr).toMatch(/line 2: not JSON/);
    expect(stderr).toMatch(/line 3: .*text/);
    expect(status).toBe(2);
  });
});
