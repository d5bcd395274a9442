import { setTimeout as pause } from 'node:timers/promises';
import type { SubmitTryOnBody } from '#lib/contracts/try-on.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import {
  makeHouseModel,
  makeOfferedGarment,
  makePerson,
  makePhoto,
  makeShop,
} from '#lib/server/testing/shop-floor.ts';
import { submitTryOn } from '#lib/server/use-cases/submit-try-on.ts';

/** A try-on that we were told is taken in: from here on it must not be lost. */
export interface Acknowledged {
  id: string;
  seed: number;
  shop: number;
}

interface Person {
  actor: Actor;
  photoId: string;
  left: number;
}

/** Of what each asks for; her allowance is raised to it. */
const PER_PERSON = 250;
const SHOPS = 4;

/** People who ask for try-ons, and insist with the same key until they are answered. */
export class Crowd {
  readonly acknowledged: Acknowledged[] = [];
  private garments: string[] = [];
  private models: string[] = [];
  private person: Person | undefined;
  /** The one who comes next: many may be asking when the one before has asked enough. */
  private coming: Promise<Person> | undefined;
  private seeds = 0;

  async prepare(): Promise<void> {
    for (let shop = 0; shop < SHOPS; shop += 1) {
      const { id } = await makeShop();
      this.garments.push((await makeOfferedGarment({ shopId: id })).slug);
    }
    this.models.push((await makeHouseModel()).slug);
    await this.nextPerson();
  }

  /** Somebody who may ask often: nothing has to be uploaded for a while. */
  async freshPerson(): Promise<void> {
    await this.nextPerson();
  }

  private nextPerson(): Promise<Person> {
    this.coming ??= this.letIn().finally(() => {
      this.coming = undefined;
    });
    return this.coming;
  }

  private async letIn(): Promise<Person> {
    // A shopper: what an admin asks for stands in no figures.
    const actor: Actor = { ...(await makePerson()), dailyTryOns: PER_PERSON };
    const photo = await makePhoto(actor);
    this.person = { actor, photoId: photo.id, left: PER_PERSON };
    return this.person;
  }

  /** A new person who may ask, and something to ask for that no other try-on has. */
  async newRequest(
    shop = this.seeds % SHOPS,
    seed?: number,
  ): Promise<{
    actor: Actor;
    body: SubmitTryOnBody & { seed: number };
    key: string;
    shop: number;
  }> {
    let { person } = this;
    while (!person || person.left <= 0) person = await this.nextPerson();
    person.left -= 1;
    this.seeds += 1;
    const model = this.seeds % 4 === 0 ? this.models[0] : undefined;
    const subject = model
      ? ({ kind: 'house-model', slug: model } as const)
      : ({ kind: 'photo', photoId: person.photoId } as const);
    const garment = this.garments[shop] ?? '';
    const body = { garment, subject, seed: seed ?? this.seeds };
    return { actor: person.actor, body, key: `ask-${this.seeds}`, shop };
  }

  /** Asks for one try-on. Returns when it is acknowledged, however long the database is away. */
  async ask(shop?: number, seed?: number): Promise<Acknowledged> {
    const request = await insist(() => this.newRequest(shop, seed));
    const { actor, body, key } = request;
    const { id } = await insist(() => submitTryOn(actor, body, key));
    const acknowledged = { id, seed: body.seed, shop: request.shop };
    this.acknowledged.push(acknowledged);
    return acknowledged;
  }

  askMany(times: number, shop?: number): Promise<Acknowledged[]> {
    return Promise.all(Array.from({ length: times }, () => this.ask(shop)));
  }
}

/** Tries again while the database is away. A refusal of ours is not that, and is thrown. */
export async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError || tries === 200) throw error;
      await pause(100);
    }
  }
}
