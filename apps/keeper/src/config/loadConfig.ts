import { ConfigError } from "./configError.ts";
import { type Option, type OptionName, type OptionValue, options } from "./options.ts";

export type Config<Names extends OptionName> = { readonly [Name in Names]: OptionValue<Name> };

type Given = Readonly<Record<string, string | undefined>>;

type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/**
 * Reads the named settings: a flag wins over the environment, the environment over the default.
 * All problems are reported together.
 * @throws {ConfigError} naming each setting, its value (unless secret) and what it must be
 */
export function loadConfig<const Names extends OptionName>(
  names: readonly Names[],
  given: { readonly flags: Given; readonly env: Given },
): Config<Names> {
  const problems: { setting: string; message: string }[] = [];
  const values = new Map<string, unknown>();
  for (const name of names) {
    const option: Option<unknown> = options[name];
    const read = readOption(option, given.flags[name] ?? given.env[option.env] ?? option.fallback);
    if (read.ok) values.set(name, read.value);
    else problems.push({ setting: `${option.env} (${option.flag})`, message: read.message });
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.fromEntries(values) as Config<Names>;
}

function readOption(option: Option<unknown>, text: string | undefined): Read {
  if (text === undefined || text === "") return { ok: false, message: `is not set. ${option.help}.` };
  const parsed = option.schema.safeParse(text);
  if (parsed.success) return { ok: true, value: parsed.data };
  const reasons = [...new Set(parsed.error.issues.map((issue) => issue.message))].join("; ");
  return { ok: false, message: option.secret ? reasons : `${reasons}, got "${text}". ${option.help}.` };
}
