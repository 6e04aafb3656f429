import { expect, it } from 'vitest';
import { isAsSafe } from '../../src/modelslab/outputs/is-as-safe.js';

it.each([
  ['https://a.example/1.png', 'https://b.example/1.png', true],
  ['http://a.example/1.png', 'https://b.example/1.png', true],
  ['http://a.example/1.png', 'http://b.example/1.png', true],
  ['HTTP://a.example/1.png', 'http://b.example/1.png', true],
  ['https://a.example/1.png', 'http://a.example/1.png', false],
  ['https://a.example/1.png', 'HTTP://a.example/1.png', false],
  ['http://a.example/1.png', 'file:///etc/passwd', false],
  ['http://a.example/1.png', 'data:text/plain,x', false],
  ['http://a.example/1.png', '', false],
])('an output at %s may lead to %j: %j', (from, to, expected) => {
  expect(isAsSafe(from, to)).toBe(expected);
});
