import { readFileSync } from 'node:fs';
import path from 'node:path';

export const fixtures = [
  'shopify-export.csv',
  'shopify-export-2025.csv',
  'google-feed.tsv',
  'google-feed.xml',
  'google-feed-atom.xml',
  'german-shop.csv',
] as const;
export type Fixture = (typeof fixtures)[number];

/** A file as a shop exported it. */
export const fixture = (name: Fixture): Buffer =>
  readFileSync(path.join(import.meta.dirname, name));
