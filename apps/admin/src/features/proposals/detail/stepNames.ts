import { type Address, checksumAddress } from "@ballast/core";
import type { ProposalDetail } from "../../../queries/proposalDetail.ts";

/** What the steps need to speak of addresses: names, and how many decimals a token has. All addresses lower-case. */
export type StepNames = {
  readonly names: Readonly<Record<string, string>>;
  readonly tokens: Readonly<Record<string, { readonly symbol: string; readonly decimals: number }>>;
  readonly shown: Readonly<Record<string, string>>;
  /** Expected amounts of the plan, by the token bought, in smallest units as decimal text. */
  readonly expected: readonly { readonly token: string; readonly amount: string }[];
};

/** Names from the bundle's own list of contracts; the checks say whether that list can be trusted. */
export function stepNames({ bundle, plan, facts }: ProposalDetail): StepNames {
  const contracts = bundle?.contracts;
  const assets = contracts?.assets ?? [];
  const known: readonly [Address, string][] = [
    [facts.row.account, "This Safe"],
    ...assets.map(({ address, id }) => [address, id] as [Address, string]),
    ...(contracts?.routers ?? []).map(({ address, id }) => [address, routerName(id)] as [Address, string]),
  ];
  const addresses = [
    ...known.map(([address]) => address),
    facts.row.to,
    ...(bundle?.calls ?? []).map(({ to }) => to),
  ];
  const tokenOf = (id: string) => assets.find((asset) => asset.id === id)?.address ?? id;
  return {
    names: Object.fromEntries(known),
    tokens: Object.fromEntries(
      assets.map(({ address, id, decimals }) => [address, { symbol: id, decimals: Number(decimals) }]),
    ),
    shown: Object.fromEntries(addresses.map((address) => [address, checksumAddress(address)])),
    expected: (plan?.actions ?? []).map(({ receive }) => ({
      token: tokenOf(receive.asset),
      amount: `${receive.expected}`,
    })),
  };
}

const ROUTERS: Readonly<Record<string, string>> = { "uniswap-v3": "Uniswap SwapRouter02" };

const routerName = (id: string) => ROUTERS[id] ?? id;
