import 'server-only';

/** Nothing is wrong with the file, as far as anybody knows: there was nobody to decode it. */
export class DecoderUnavailable extends Error {
  constructor(why: string) {
    super(`No picture can be decoded now: ${why}`);
    this.name = 'DecoderUnavailable';
  }
}
