import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToText, textToHtml } from './html-text.ts';

describe('a description', () => {
  it.each([
    ['<p>Soft &amp; wide&nbsp;jersey.</p><p>Wash cold</p>', 'Soft & wide jersey.\n\nWash cold'],
    [
      '<ul><li>100&#37; cotton</li>\n<li><p>Made in <b>Porto</b></p></li></ul>',
      '• 100% cotton\n• Made in Porto',
    ],
    ['one<br>two<br/><br>three', 'one\ntwo\n\nthree'],
    ['<table><tr><td>S</td><td>88</td></tr><tr><td>M</td><td>92</td></tr></table>', 'S 88\nM 92'],
    ['<style>p{}</style><script>alert("x")</script>safe<!-- no -->', 'safe'],
    ['<img src=x onerror="alert(1)" alt=">">text', 'text'],
    ['<p>never <b>closed', 'never closed'],
    ['  plain\r\ntext  ', 'plain\ntext'],
    ['a < b & c > d', 'a < b & c > d'],
    ['I <3 this', 'I <3 this'],
    ['', ''],
  ])('in HTML becomes plain text: %j', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('in plain text comes back, whatever is in it', () => {
    const line = fc.string().map((text) => text.replace(/\s+/g, ' ').trim());
    const text = fc.array(line.filter((one) => one !== '')).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(fc.oneof(text, fc.constantFrom('Use <b>', '&amp;', '<p>\na')), (one) => {
        expect(htmlToText(textToHtml(one))).toBe(one);
      }),
    );
  });
});
