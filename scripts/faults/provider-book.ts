import type { Post } from './verdict.ts';
import type { World } from './world.ts';

/**
 * The POSTs that the sandbox received, by the seed of their try-on. The sandbox remembers its last
 * ten thousand calls only, so the book is written up again and again while a campaign runs, and at
 * the end compared with the sandbox's own count.
 */
export class ProviderBook {
  private readonly posts = new Map<string, { seed: number; post: Post }>();
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  async writeUp(): Promise<void> {
    const { calls } = await this.world.sandbox.received('submit');
    const seen = new Map<string, number>();
    for (const { at, requestId, bodyDigest, status, body } of calls) {
      const alike = `${at} ${requestId} ${bodyDigest} ${status}`;
      const nth = (seen.get(alike) ?? 0) + 1;
      seen.set(alike, nth);
      const seed = typeof body?.seed === 'number' ? body.seed : Number.NaN;
      this.posts.set(`${alike} ${nth}`, {
        seed,
        post: { at: this.world.sandbox.timeOf(at), accepted: requestId !== null, requestId },
      });
    }
  }

  /** POSTs by seed, oldest first. @throws Error when the sandbox has received one that is not here. */
  async close(): Promise<Map<number, Post[]>> {
    await this.writeUp();
    const { counts } = await this.world.sandbox.received('submit');
    if ((counts.submit ?? 0) !== this.posts.size) {
      throw new Error(
        `The sandbox received ${counts.submit} POSTs, the book has ${this.posts.size}.`,
      );
    }
    const bySeed = new Map<number, Post[]>();
    for (const { seed, post } of [...this.posts.values()].sort((a, b) => a.post.at - b.post.at)) {
      bySeed.set(seed, [...(bySeed.get(seed) ?? []), post]);
    }
    return bySeed;
  }
}
