import type pg from 'pg';

/** The review queue of the try-ons that are there: most are closed, some are appealed, some are somebody's. */
export async function fillCases(client: pg.Client, adminId: string): Promise<void> {
  const about = `lower(concat_ws(' ', t.id, "requestId", "errorClass", "providerText"))`;
  await client.query(`
    INSERT INTO "Feedback" (id, "tryOnId", kind, "createdAt")
      SELECT pg_temp.id_at("finishedAt", turn, 'feedback'), id,
        ('{changed_body,wrong_garment,too_revealing,face_changed,other}'::"FeedbackKind"[])[1 + floor(5 * pg_temp.drawn(turn, 31) ^ 2)],
        least("finishedAt" + interval '1 hour', pg_temp.present())
      FROM "TryOn" WHERE state = 'succeeded' AND NOT "forShop" AND "deletedAt" IS NULL AND pg_temp.drawn(turn, 30) < 0.02;
    INSERT INTO "ReviewCase" (id, "tryOnId", "shopId", "garmentId", status, cause, "errorClass", signature,
      appeal, reports, "assigneeId", "searchText", resolution, "resolvedById", version, "createdAt", "resolvedAt")
      SELECT pg_temp.id_at("finishedAt", turn, 'case'), t.id, "shopId", "garmentId",
        (CASE WHEN open THEN 'OPEN' ELSE 'RESOLVED' END)::"ReviewStatus",
        (CASE WHEN state = 'succeeded' THEN 'reported' ELSE state::text END)::"ReviewCause", "errorClass",
        coalesce("errorClass" || ': ' || lower("providerText"), "errorClass", ''),
        (CASE WHEN state = 'blocked' AND turn % 3 = 0 THEN CASE WHEN open THEN 'OPEN' ELSE 'UPHELD' END END)::"AppealState",
        CASE WHEN f.id IS NULL THEN 0 ELSE 1 END,
        CASE WHEN pg_temp.drawn(turn, 33) < 0.15 THEN '${adminId}' END, ${about},
        CASE WHEN NOT open THEN CASE WHEN turn % 4 = 0 THEN 'nothing_to_do' ELSE 'shopper_told' END END,
        CASE WHEN NOT open THEN '${adminId}' END, CASE WHEN open THEN 1 ELSE 2 END, "finishedAt",
        CASE WHEN NOT open THEN least("finishedAt" + interval '2 days' * pg_temp.drawn(turn, 34), pg_temp.present()) END
      FROM "TryOn" t LEFT JOIN "Feedback" f ON f."tryOnId" = t.id
        CROSS JOIN LATERAL (SELECT pg_temp.drawn(turn, 32) < CASE
          WHEN "finishedAt" > pg_temp.present() - interval '2 days' THEN 0.7 ELSE 0.2 END AS open) AS told
      WHERE state IN ('failed', 'blocked', 'expired', 'unknown') OR f.id IS NOT NULL;
    INSERT INTO "Appeal" (id, "tryOnId", text, state, "answeredById", answer, "createdAt", "answeredAt")
      SELECT pg_temp.id_at(c."createdAt", 1, 'appeal' || c.id), c."tryOnId", 'There is nothing wrong with it.', c.appeal,
        c."resolvedById", CASE WHEN c."resolvedById" IS NOT NULL THEN 'We looked, and it stays so.' END, c."createdAt", c."resolvedAt"
      FROM "ReviewCase" c WHERE c.appeal IS NOT NULL;
    INSERT INTO "CaseDecision" (id, "caseId", "actorId", kind, before, "versionAfter", at)
      SELECT pg_temp.id_at("resolvedAt", 1, 'decision' || id), id, "resolvedById", 'resolve', '{}', version, "resolvedAt"
      FROM "ReviewCase" WHERE status = 'RESOLVED';
    INSERT INTO "CaseNote" (id, "caseId", "authorId", text, "createdAt")
      SELECT pg_temp.id_at("createdAt", 1, 'note' || id), id, '${adminId}', 'Seen before.', "createdAt"
      FROM "ReviewCase" WHERE "assigneeId" IS NOT NULL;`);
}
