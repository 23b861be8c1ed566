import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { MemoryFileError } from "./memoryFileError.ts";

const hash32 = z.string().regex(/^0x[0-9a-f]{64}$/, "must be 0x and 64 lower-case hex digits");
const address = z.string().regex(/^0x[0-9a-f]{40}$/, "must be 0x and 40 lower-case hex digits");
const integer = z.string().regex(/^\d+$/, "must be a decimal integer in quotes");

const memorySchema = z.strictObject({
  schema: z.literal("ballast/keeper-memory/1"),
  chain: z.strictObject({ chainId: integer, genesisHash: hash32, firstBlockHash: hash32 }),
  accounts: z.record(
    address,
    z.strictObject({
      /** The highest policy version ever acted on. */
      floor: z.strictObject({ version: integer, policyHash: hash32 }).nullable(),
      /** By policy hash: block time at which this keeper first saw the policy with enough approvals. */
      firstSeen: z.record(hash32, integer),
    }),
  ),
});

/** What a keeper remembers outside Postgres, so that the owner of the database can neither loosen a policy nor roll one back. */
export type Memory = z.output<typeof memorySchema>;

/**
 * Reads the memory file.
 * @returns null when the file does not exist yet
 * @throws {MemoryFileError} naming the field that is wrong; the file is left as it is
 */
export async function readMemory(file: string): Promise<Memory | null> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw new MemoryFileError(file, [`cannot be read: ${error.code}`]);
  });
  if (text === null) return null;
  const parsed = memorySchema.safeParse(parseJson(file, text));
  if (parsed.success) return parsed.data;
  throw new MemoryFileError(
    file,
    parsed.error.issues.map((issue) => `${issue.path.join(".") || "document"}: ${issue.message}`),
  );
}

/** Writes the memory file so that a crash leaves either the old or the new one, never half of it. */
export async function writeMemory(file: string, memory: Memory): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.new`;
  const handle = await open(draft, "w", 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(memory, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new MemoryFileError(file, [`is not JSON: ${(error as Error).message}`]);
  }
}
