import { pool } from '#lib/server/db.ts';
import type { Death } from './fleet.ts';

/**
 * Who held which row when. The product does not record it and need not; a trigger in the campaign's
 * own database does, by the name that each worker gives its connections.
 */
export async function keepLeaseBook(): Promise<void> {
  await pool().query(`
    CREATE TABLE fault_lease (
      seq bigserial PRIMARY KEY,
      try_on text NOT NULL,
      holder text NOT NULL,
      held boolean NOT NULL,
      state text NOT NULL,
      at timestamptz NOT NULL
    );
    CREATE FUNCTION note_lease() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO fault_lease (try_on, holder, held, state, at)
      VALUES (NEW.id, current_setting('application_name'), NEW."leaseToken" IS NOT NULL, NEW.state,
        clock_timestamp());
      RETURN NULL;
    END $$;
    CREATE TRIGGER note_lease AFTER UPDATE ON "TryOn" FOR EACH ROW
      WHEN (OLD."leaseToken" IS DISTINCT FROM NEW."leaseToken") EXECUTE FUNCTION note_lease();`);
}

export interface Takeover {
  tryOn: string;
  ms: number;
  /** It was with the provider. One that was not goes back into the queue, and waits its turn there. */
  sent: boolean;
}

/** From the death of each holder to the moment when another had its row. */
export async function readTakeovers(deaths: readonly Death[]): Promise<Takeover[]> {
  const diedAt = new Map(deaths.map(({ holder, at }) => [holder, at]));
  const { rows } = await pool().query<{
    try_on: string;
    holder: string;
    next_at: Date;
    next_state: string;
  }>(`
    SELECT try_on, holder, next_at, next_state FROM (
      SELECT try_on, holder, held,
        lead(holder) OVER by_row AS next_holder, lead(at) OVER by_row AS next_at,
        lead(state) OVER by_row AS next_state
      FROM fault_lease WINDOW by_row AS (PARTITION BY try_on ORDER BY seq)
    ) AS steps WHERE held AND next_holder <> holder`);
  return rows.flatMap(({ try_on, holder, next_at, next_state }) => {
    const at = diedAt.get(holder);
    return at === undefined
      ? []
      : [{ tryOn: try_on, ms: next_at.getTime() - at, sent: next_state !== 'queued' }];
  });
}
