import { randomUUID } from 'node:crypto';
import type { Actor } from '#lib/server/auth/actor.ts';
import { linkTokenHash, newLinkToken } from '#lib/server/auth/link-token.ts';
import { db } from '#lib/server/db.ts';
import type {
  GarmentCategory,
  GarmentStatus,
  ImportState,
  TryOnState,
} from '#lib/server/generated/prisma/enums.ts';
import { newStorageKey } from '#lib/server/storage/storage.ts';
import { makePerson } from '#lib/server/testing/shop-floor.ts';
import { currentConsent } from '#lib/words/consent.ts';

/** What stands in a world, for rows that refer to it. */
interface Ground {
  shopId: string;
  owner: Actor;
  people: { shopOwner: Actor; editor: Actor; admin: Actor };
  offered: { id: string };
  picture: { id: string; mediaId: string; inputMediaId: string };
  modelId: string;
}

/** Makes rows that a request uses up, so each is asked for with its own. */
export function rowMakers({ shopId, owner, people, offered, picture, modelId }: Ground) {
  const now = new Date();

  /** Of no bytes in the store. */
  const media = () =>
    db().media.create({
      data: {
        visibility: 'PRIVATE',
        ownerId: owner.userId,
        storageKey: newStorageKey('looks', 'jpg'),
        contentType: 'image/jpeg',
        sha256: '',
        bytes: 1,
        width: 3,
        height: 4,
      },
    });

  async function garment(
    status: GarmentStatus = 'DRAFT',
    category: GarmentCategory = 'UPPER_BODY',
  ) {
    const made = await db().garment.create({
      data: {
        slug: `garment-${randomUUID()}`,
        title: 'Fresh garment',
        category,
        status,
        readiness: 'READY',
        priceMinor: 4900,
        currency: 'EUR',
        shopId,
        variants: { create: { size: 'M', stock: 5, sku: 'M-1', position: 0 } },
      },
      include: { variants: true },
    });
    const image = (position: number) => ({
      garmentId: made.id,
      mediaId: picture.mediaId,
      inputMediaId: picture.inputMediaId,
      position,
      alt: '',
    });
    const kept = await db().garmentImage.create({ data: image(0) });
    await db().garmentImage.create({ data: image(1) });
    const removed = await db().garmentImage.create({
      data: { ...image(2), garmentId: null, removedFromId: made.id, removedAt: new Date() },
    });
    await db().garment.update({ where: { id: made.id }, data: { pinnedImageId: kept.id } });
    return { ...made, pictureId: kept.id, removedPictureId: removed.id };
  }

  async function photo() {
    const consent = await db().consent.create({
      data: { userId: owner.userId, version: currentConsent.version, text: 'Agreed' },
    });
    const [seen, input] = [await media(), await media()];
    return db().photo.create({
      data: {
        userId: owner.userId,
        consentId: consent.id,
        mediaId: seen.id,
        inputMediaId: input.id,
      },
    });
  }

  async function tryOn(state: TryOnState, of: { photoId?: string; lookId?: string } = {}) {
    const ended = state !== 'queued' && state !== 'running';
    const look = of.lookId ?? (state === 'succeeded' ? (await media()).id : null);
    return db().tryOn.create({
      data: {
        userId: owner.userId,
        shopId,
        garmentId: offered.id,
        garmentImageId: picture.id,
        ...(of.photoId ? { photoId: of.photoId } : { houseModelId: modelId }),
        idempotencyKey: randomUUID(),
        category: 'UPPER_BODY',
        steps: 20,
        guidance: 2,
        seed: 1n,
        state,
        ...(state === 'queued' ? {} : { requestId: randomUUID(), submittedAt: now }),
        ...(ended ? { nextActionAt: null, finishedAt: now } : {}),
        ...(state === 'blocked' ? { errorClass: 'content_blocked', providerText: 'NSFW' } : {}),
        ...(state === 'failed' ? { errorClass: 'provider_error', providerText: 'Boom' } : {}),
        resultMediaId: look,
      },
    });
  }

  /** Its id in addresses is its try-on's. */
  async function reviewCase(of: { photoId?: string } = {}) {
    const { id } = await tryOn('failed', of);
    const errorClass = 'provider_error';
    return db().reviewCase.create({
      data: { tryOnId: id, shopId, garmentId: offered.id, cause: 'failed', errorClass },
    });
  }

  async function importRun(state: ImportState, change: { mapping?: Record<string, string> } = {}) {
    return db().importRun.create({
      data: {
        shopId,
        creatorId: people.editor.userId,
        fileName: 'catalog.csv',
        format: 'own',
        sample: [
          { header: 'Name', values: ['Tee'] },
          { header: 'Cost', values: ['10'] },
        ],
        state,
        ...change,
        ...(state === 'failed' ? { failedIn: 'reading', error: 'It broke off.' } : {}),
        ...(state === 'applied' ? { appliedAt: now } : {}),
        items: {
          create: {
            position: 0,
            importKey: 'tee',
            title: 'Tee',
            productType: 'Tops',
            lineFrom: 2,
            lineTo: 2,
            action: 'CREATE',
            category: 'UPPER_BODY',
            categoryBecause: 'title',
            item: {},
            changes: [],
            problems: [],
          },
        },
      },
    });
  }

  return {
    garment,
    photo,
    tryOn,
    reviewCase,
    importRun,
    modelLook: async () => {
      const { id } = await garment('ACTIVE');
      const { id: mediaId } = await media();
      await db().modelLook.create({
        data: { garmentId: id, houseModelId: modelId, mediaId, imageId: null },
      });
      return id;
    },
    renderRun: () =>
      db().renderRun.create({
        data: {
          shopId,
          creatorId: people.editor.userId,
          show: false,
          items: { create: { position: 0, garmentId: offered.id, houseModelId: modelId } },
        },
      }),
    bulkEdit: async () => {
      const { id, version } = await garment();
      const before = { status: 'ACTIVE', category: null, priceMinor: 4900, tags: [] };
      return db().bulkEdit.create({
        data: {
          shopId,
          actorId: people.editor.userId,
          change: { kind: 'status', status: 'DRAFT' },
          items: { create: { garmentId: id, before, version } },
        },
      });
    },
    member: async () => {
      const { userId } = await makePerson({ role: 'MERCHANT' });
      await db().shopMember.create({ data: { shopId, userId, role: 'VIEWER' } });
      return userId;
    },
    invitation: (email = `${randomUUID()}@example.org`, tokenHash: string = randomUUID()) =>
      db().shopInvitation.create({
        data: {
          shopId,
          email,
          role: 'VIEWER',
          tokenHash,
          expiresAt: new Date(now.getTime() + 3_600_000),
        },
      }),
    bagLine: async () => {
      const { variants } = await garment('ACTIVE');
      return db().bagLine.create({
        data: { userId: owner.userId, variantId: variants[0]?.id ?? '', quantity: 1 },
      });
    },
    shareLink: async (of: { lookId?: string } = {}) => {
      const token = newLinkToken();
      const tokenHash = linkTokenHash(token);
      const { id: tryOnId } = await tryOn('succeeded', of);
      const expiresAt = new Date(now.getTime() + 3_600_000);
      const { id } = await db().shareLink.create({
        data: { tokenHash, tryOnId, userId: owner.userId, expiresAt },
      });
      return { id, token };
    },
    order: () =>
      db().orderRequest.create({
        data: {
          userId: owner.userId,
          shopId,
          idempotencyKey: randomUUID(),
          name: 'Ana',
          email: 'ana@example.org',
          currency: 'EUR',
          totalMinor: 4900,
        },
      }),
    savedView: () =>
      db().savedView.create({
        data: { userId: people.admin.userId, name: randomUUID(), query: 'cause=blocked' },
      }),
    textRule: () =>
      db().textRule.create({ data: { phrase: randomUUID(), errorClass: 'content_blocked' } }),
    bulkRetry: async () => {
      const { tryOnId } = await reviewCase();
      return db().bulkRetry.create({
        data: {
          creatorId: people.admin.userId,
          filter: { query: '', alsoMaybePaid: false },
          perMinute: 5,
          items: { create: { position: 0, tryOnId } },
        },
      });
    },
  };
}
