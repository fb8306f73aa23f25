import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

const path = createRequire(import.meta.url).resolve('@jonction/ui/tokens.css');
const pairs = [...readFileSync(path, 'utf8').matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)];
const tokens = new Map(pairs.map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));

const grounds = ['sunken', 'paper', 'surface', 'raised', 'accent-soft'];
const texts = ['ink', 'ink-soft', 'ink-faint', 'accent', 'accent-strong'];
const states = ['validated', 'to-decide', 'waiting', 'rejected', 'unknown'];
const readable = 4.5;
const visible = 3;

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const colour = (name: string) => tokens.get(name)?.[theme] ?? '';
  const over = texts.concat(states).flatMap((text) => grounds.map((ground) => [text, ground] as const));

  it.each(over)('%s can be read on %s (WCAG 2.2, 1.4.3)', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(readable);
  });

  it.each(states)('a badge of %s can be read on its own ground', (state) => {
    expect(contrast(colour(state), colour(`${state}-soft`))).toBeGreaterThanOrEqual(readable);
  });

  it.each(['accent', 'accent-strong'])('a button of %s can be read', (ground) => {
    expect(contrast(colour('on-accent'), colour(ground))).toBeGreaterThanOrEqual(readable);
  });

  it.each(grounds)('the border of a control can be seen on %s (WCAG 2.2, 1.4.11)', (ground) => {
    expect(contrast(colour('line-strong'), colour(ground))).toBeGreaterThanOrEqual(visible);
  });
});

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of `#rrggbb`; NaN for anything else, so that a missing token fails. */
function luminance(hex: string): number {
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
