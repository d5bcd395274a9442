import { randomUUID } from 'node:crypto';
import type { VariantBody } from '#lib/contracts/garment-edit.ts';

/** New rows of a garment's sizes, one piece of each in stock. */
export const sizes = (...names: string[]): VariantBody[] =>
  names.map((size) => ({
    id: randomUUID(),
    size,
    sku: '',
    barcode: '',
    externalId: '',
    price: '',
    stock: 1,
  }));
