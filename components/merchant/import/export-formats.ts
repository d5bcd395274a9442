/** What the garments can be written as, by the names that the address has for them. */
export const exportFormats = [
  { id: 'shopify', name: 'Shopify product CSV' },
  { id: 'google_tsv', name: 'Google Merchant feed, TSV' },
  { id: 'google_xml', name: 'Google Merchant feed, XML' },
  { id: 'own', name: 'CSV with our own columns' },
] as const;
