import { address } from "../../chain/address.ts";
import { hash32, hex } from "../../chain/hex.ts";
import type { AccountRef, BlockRef, Source } from "../../chain/types.ts";
import { baseUnits, blockNumber } from "../../units/quantities.ts";
import { unixSeconds } from "../../units/times.ts";
import { integer, oneOf, record, string, textOf, variant } from "./reader.ts";

export const anAddress = textOf(address);
export const aHash = textOf(hash32);
export const bytes = textOf(hex);

/** An integer that is not negative and counts something beside value: a nonce, gas, a chain id. */
export const count = integer<bigint>(baseUnits);

export const accountRef = record<AccountRef>({ rail: oneOf(["safe"]), chainId: count, address: anAddress });

export const blockRef = record<BlockRef>({
  chainId: count,
  number: integer(blockNumber),
  hash: aHash,
  timestamp: integer(unixSeconds),
});

type SourceOf<Kind extends Source["kind"]> = Extract<Source, { readonly kind: Kind }>;

export const source = variant<Source, "kind">("kind", {
  call: record<SourceOf<"call">>({ kind: oneOf(["call"]), contract: anAddress, method: string }),
  state: record<SourceOf<"state">>({
    kind: oneOf(["state"]),
    account: anAddress,
    field: oneOf(["balance", "code", "storage"]),
  }),
  header: record<SourceOf<"header">>({ kind: oneOf(["header"]), field: string }),
  history: record<SourceOf<"history">>({
    kind: oneOf(["history"]),
    series: string,
    fromBlock: integer(blockNumber),
    toBlock: integer(blockNumber),
  }),
  policy: record<SourceOf<"policy">>({ kind: oneOf(["policy"]), path: string }),
  document: record<SourceOf<"document">>({ kind: oneOf(["document"]), document: string, asOf: string }),
});
