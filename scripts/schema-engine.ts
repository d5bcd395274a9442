// Prisma's schema engine in its WebAssembly form. The native one is downloaded by the Prisma CLI
// from a host that not every machine can reach; this one comes from the npm registry.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

// PostgreSQL's catalogue type "char" and the type of padded texts.
const CATALOG_CHAR = 18;
const PADDED_CHAR = 1042;

let loading: Promise<void> | undefined;

export interface OpenEngine {
  engine: bindings.SchemaEngine;
  /** Ends its connections too: a database that somebody is connected to can be neither copied nor dropped. */
  close(): Promise<void>;
}

/** The engine on a database. `schema` is the text of schema.prisma. */
export async function openSchemaEngine(url: string, schema: string): Promise<OpenEngine> {
  loading ??= load();
  await loading;
  const pool = new pg.Pool({ connectionString: url });
  const adapter = bindMigrationAwareSqlAdapterFactory(engineAdapter(pool));
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => {},
    adapter,
  );
  return {
    engine,
    async close() {
      engine.free();
      await pool.end();
    },
  };
}

async function load(): Promise<void> {
  const glue = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const bytes = readFileSync(glue.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': { ...bindings },
  });
  bindings.__wbg_set_wasm(instance.exports);
  // Where the engine leaves the words of a panic before it traps.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => process.stderr.write(`${message}\n`),
    },
  });
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
}

/** The adapter with two repairs that the engine needs and ordinary queries do not. */
function engineAdapter(pool: pg.Pool): PrismaPg {
  const query = pool.query.bind(pool);

  // The engine reads catalogue columns of type "char", which the adapter does not know and refuses.
  // They pass through it as padded text and get the type that the engine expects behind it.
  const charColumns = new WeakMap<unknown[], number[]>();
  Object.assign(pool, {
    async query(config: pg.QueryArrayConfig) {
      const result = await query(config);
      const found = result.fields.flatMap((field, index) =>
        field.dataTypeID === CATALOG_CHAR ? [index] : [],
      );
      for (const field of result.fields) {
        if (field.dataTypeID === CATALOG_CHAR) field.dataTypeID = PADDED_CHAR;
      }
      if (found.length > 0) charColumns.set(result.rows, found);
      return result;
    },
  });

  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (asked) => {
      const result = await queryRaw(asked);
      for (const index of charColumns.get(result.rows) ?? []) {
        result.columnTypes[index] = ColumnTypeEnum.Character;
      }
      return result;
    };
    // The adapter cuts scripts at every semicolon, also inside function bodies and texts. Sent
    // whole, PostgreSQL takes them apart itself, in one transaction.
    adapter.executeScript = async (script) => {
      await query(script).catch((error: unknown) => {
        throw asAdapterError(error);
      });
    };
    return adapter;
  };
  return factory;
}

/** PostgreSQL's words in the form in which the engine passes them on. */
function asAdapterError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  return new DriverAdapterError({
    kind: 'postgres',
    code: error.code ?? '',
    severity: error.severity ?? 'ERROR',
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
  });
}
