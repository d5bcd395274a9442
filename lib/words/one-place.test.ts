import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAst } from 'vitest/node';
import { providerCategory } from '#lib/domain/category.ts';

/**
 * What shoppers read stands in `lib/words` and nowhere else: a translator who has been through that
 * folder has seen it all. The merchant's and the admin's pages are not shoppers', nor are the notes
 * for admins.
 */

const root = path.resolve(import.meta.dirname, '../..');

const shopperFacing = [
  'components/{account,bag,favourites,looks,shop,sizes,try-on,ui}/**/*.{ts,tsx}',
  'app/{(shop),(shopper),api}/**/*.{ts,tsx}',
  'app/*.tsx',
  'lib/client/**/*.ts',
  'lib/domain/**/*.ts',
];

/** Properties of elements that are read out or shown. */
const readProperties =
  /^(aria-label|aria-description|alt|title|placeholder|label|caption|description|lead|confirmLabel)$/;

const saysSomething = (text: string) => /\p{L}{2}/u.test(text);
/** Several words that begin like a sentence; class names, keys and addresses do not. */
const isSentence = (text: string) => /^\p{Lu}\p{Ll}*[’']?\p{Ll}*,? \p{L}/u.test(text.trim());

interface Node {
  type: string;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

/** All that a reader would see, written where it is used. */
function spokenIn(source: string, lang: 'ts' | 'tsx' = 'tsx'): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (!isNode(node)) return;
    switch (node.type) {
      case 'ImportDeclaration':
      case 'TSLiteralType':
        return;
      // For whoever reads the log.
      case 'ThrowStatement':
        return;
      case 'JSXText':
        if (saysSomething(String(node.value))) found.push(String(node.value).trim());
        return;
      case 'JSXAttribute': {
        const { name, value } = node;
        if (isNode(name) && isNode(value) && value.type === 'Literal') {
          const text = String(value.value);
          const isRead = readProperties.test(String(name.name));
          if ((isRead && saysSomething(text)) || isSentence(text)) {
            found.push(text);
          }
          return;
        }
        break;
      }
      case 'Literal':
        if (typeof node.value === 'string' && isSentence(node.value)) found.push(node.value);
        return;
      case 'TemplateElement': {
        const { raw } = node.value as { raw: string };
        if (isSentence(raw)) found.push(raw);
        return;
      }
    }
    for (const child of Object.values(node)) {
      for (const one of Array.isArray(child) ? child : [child]) visit(one);
    }
  };
  visit(parseAst(source, { lang }));
  return found;
}

/** `<T>(item: T) => …` is an element in the one and a function in the other. */
const languageOf = (file: string) => (file.endsWith('.tsx') ? 'tsx' : 'ts');

/** Rules whose sentences a shop's people or an admin reads. */
const forStaff =
  /^lib\/domain\/(catalog\/|(admin-notes|alert-words|bulk-change|chart-measures|garment-plan|retry-refusal|review-case|size-ranges|text-rules)\.ts$)/;

const files = shopperFacing
  .flatMap((pattern) => globSync(pattern, { cwd: root }))
  .filter((file) => !/\.test\.tsx?$|\/testing\//.test(file) && !forStaff.test(file));

/** The wire's words, which nobody reads. */
const providerWords: string[] = Object.values(providerCategory);

describe('the words of the shop', () => {
  it('would be found anywhere else', () => {
    expect(spokenIn('const a = <p className="grid gap-2">Hello</p>;')).toEqual(['Hello']);
    expect(spokenIn('const a = <img alt="A hat" src="Some where" />;')).toHaveLength(2);
    expect(spokenIn('const a = { b: "Try it on", c: "text-ink grid" };')).toEqual(['Try it on']);
    expect(spokenIn('const a = <p>{words.hello}, {2}</p>;')).toEqual([]);
    expect(files.length).toBeGreaterThan(100);
  });

  it('stand in lib/words', () => {
    const spoken = files.flatMap((file) =>
      spokenIn(readFileSync(path.join(root, file), 'utf8'), languageOf(file))
        .filter((text) => !providerWords.includes(text))
        .map((text) => `${file}: ${text}`),
    );
    expect(spoken).toEqual([]);
  });
});
