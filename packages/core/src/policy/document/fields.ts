import * as z from "zod";
import { address, checksumAddress } from "../../chain/address.ts";
import type { Address } from "../../chain/types.ts";
import type { BaseUnits, Bps, PositionId, Seconds } from "../../units/brands.ts";
import { formatDurationExact } from "../../units/formatDuration.ts";
import { formatExact } from "../../units/formatExact.ts";
import { assetId, positionId, venueId } from "../../units/ids.ts";
import { parseAmount } from "../../units/parseAmount.ts";
import { parseDuration } from "../../units/parseDuration.ts";
import { parsePercent } from "../../units/parsePercent.ts";
import { baseUnits } from "../../units/quantities.ts";
import { quoted } from "../../units/quoted.ts";
import { UnitError } from "../../units/unitError.ts";
import type { FieldMeta } from "./fieldKind.ts";

const ETHER = { decimals: 18n, symbol: "ETH" };

type Conversion<T> = {
  /** How the field is written, as the JSON Schema gives it. */
  readonly pattern: RegExp;
  readonly read: (text: string) => T;
  readonly write: (value: T) => string;
  readonly holds: "bigint" | "string";
  readonly meta: FieldMeta;
};

/** A field that people write as text and the engine holds as a value, both ways by one definition. */
function textField<T>({ read, write, holds, meta, pattern }: Conversion<T>) {
  return z
    .codec(
      z.string(),
      z.custom<T>((value) => typeof value === holds),
      {
        decode: (text, context) => {
          try {
            return read(text);
          } catch (error) {
            if (!(error instanceof UnitError)) throw error;
            const { limit, suggestion, message } = error;
            context.issues.push({
              code: "custom",
              input: text,
              message,
              params: { limit, suggestion, value: text },
            });
            return z.NEVER;
          }
        },
        encode: (value) => write(value as T),
      },
    )
    .meta({ ...meta, pattern: pattern.source });
}

type Words = Pick<FieldMeta, "title" | "description" | "tightens" | "because">;

/** `40%`, 0 % to 100 %. */
export const percent = (words: Words) =>
  textField<Bps>({
    pattern: /^(0|[1-9][0-9]*)(\.[0-9]+)? ?%$/,
    read: parsePercent,
    write: (value) => `${formatExact(value, 2n)}%`,
    holds: "bigint",
    meta: { kind: "percent", ...words },
  });

/** `6h`. */
export const duration = (words: Words) =>
  textField<Seconds>({
    pattern: /^(0|[1-9][0-9]*) ?[smhd]$/,
    read: parseDuration,
    write: formatDurationExact,
    holds: "bigint",
    meta: { kind: "duration", ...words },
  });

/** `5 ETH`. */
export const amount = (words: Words) =>
  textField<BaseUnits>({
    pattern: /^(0|[1-9][0-9]*)(\.[0-9]+)? ?ETH$/,
    read: (text) => baseUnits(parseAmount(text, ETHER)),
    write: (value) => `${formatExact(value, ETHER.decimals)} ${ETHER.symbol}`,
    holds: "bigint",
    meta: { kind: "amount", ...words },
  });

/** A whole number, written without a unit. */
export const integer = (words: Words) =>
  textField<bigint>({
    pattern: /^(0|[1-9][0-9]*)$/,
    read: (text) => {
      if (/^(0|[1-9][0-9]*)$/.test(text)) return BigInt(text);
      throw new UnitError({ unit: "whole number", value: quoted(text), limit: "digits only, such as 3" });
    },
    write: (value) => `${value}`,
    holds: "bigint",
    meta: { kind: "integer", ...words },
  });

/** An address with its checksum or in lower case; written with its checksum. */
export const addressField = (words: Words) =>
  textField<Address>({
    pattern: /^0x[0-9a-fA-F]{40}$/,
    read: address,
    write: checksumAddress,
    holds: "string",
    meta: { kind: "address", ...words },
  });

/** An operator in a position's id is in lower case, because ids are compared as text. */
function readPosition(text: string): PositionId {
  const id = positionId(text);
  const lower = id.replace(/@0x[0-9a-fA-F]{40}$/, (operator) => operator.toLowerCase());
  if (id === lower) return id;
  throw new UnitError({
    unit: "position id",
    value: quoted(text),
    limit: "with the operator's address in lower case",
    suggestion: lower,
  });
}

/** `<venue>:<form>`, or `<venue>:<form>@<operator>`. */
export const position = (words: Words) =>
  textField<PositionId>({
    pattern: /^[a-z0-9][a-z0-9-]*:[A-Za-z0-9][A-Za-z0-9.+_@-]*$/,
    read: readPosition,
    write: (value) => value,
    holds: "string",
    meta: { kind: "position", ...words },
  });

/** A venue by its id. */
export const venue = (words: Words) =>
  textField({
    pattern: /^[a-z0-9][a-z0-9-]*$/,
    read: venueId,
    write: (value) => value,
    holds: "string",
    meta: { kind: "venue", ...words },
  });

/** A price feed by its id in the deployment. */
export const feed = (words: Words) =>
  textField<string>({
    pattern: /^[A-Za-z0-9][A-Za-z0-9 ./_-]*$/,
    read: (text) => {
      if (/^[A-Za-z0-9][A-Za-z0-9 ./_-]{0,63}$/.test(text)) return text;
      throw new UnitError({
        unit: "feed id",
        value: quoted(text),
        limit: "the id of a feed of the deployment, such as stETH/ETH",
      });
    },
    write: (value) => value,
    holds: "string",
    meta: { kind: "feed", ...words },
  });

/** An asset by its symbol in the deployment. */
export const asset = (words: Words) =>
  textField({
    pattern: /^[A-Za-z0-9][A-Za-z0-9.+_-]*$/,
    read: assetId,
    write: (value) => value,
    holds: "string",
    meta: { kind: "asset", ...words },
  });

/** One of a closed list of words. */
export const choice = <const T extends readonly [string, ...string[]]>(options: T, words: Words) =>
  z.enum(options).meta({ kind: "choice", options, ...words });

/** A list of records or of values. */
export const list = <T extends z.ZodType>(item: T, words: Words) => z.array(item).meta(words);

/** A field that may be left out; only where the value given for it is the safest one, or what holds without the guard that it is in. */
export const orElse = <T extends z.ZodType>(field: T, text: z.input<T> & string) =>
  z.prefault(field, text as z.input<T>).meta(field.meta() ?? {});

/**
 * A field or a record of fields that a policy may go without, and then has not: policies from before it keep their id. What holds
 * without it is the engine's, and `orElse` says it for a single field.
 */
export const optional = <T extends z.ZodType>(field: T, meta: Partial<FieldMeta>) =>
  z.exactOptional(field.meta({ ...field.meta(), ...meta }));
