import {
  type Address,
  type AssetAmount,
  type Claim,
  checksumAddress,
  formatAmount,
  formatDuration,
  type RequestOrder,
  type WithdrawalRequest,
} from "@ballast/core";
import { ticketName } from "../../../format/ticketName.ts";
import { venue } from "../../../format/venue.ts";
import type { ProposalDetail } from "../../../queries/proposalDetail.ts";

/** What the plan says of a claim; found by `key`, which the calldata spells: `lido:17`, `eigenlayer:<staker>:<nonce>`. */
export type ClaimWords = { readonly key: string; readonly ticket: string; readonly pays: string };

/** What the plan says of a request; found by what is asked for. */
export type RequestWords = {
  readonly kind: RequestOrder["kind"];
  /** With unit: what the request takes, and what it will pay. */
  readonly takes: string;
  readonly pays: string;
  /** `claimable in about 14 d`. */
  readonly when: string;
};

/** What the steps need to speak of addresses: names, and how many decimals a token has. All addresses lower-case. */
export type StepNames = {
  readonly names: Readonly<Record<string, string>>;
  readonly tokens: Readonly<Record<string, { readonly symbol: string; readonly decimals: number }>>;
  readonly shown: Readonly<Record<string, string>>;
  /** Expected amounts of the plan, by the token bought, in smallest units as decimal text. */
  readonly expected: readonly { readonly token: string; readonly amount: string }[];
  readonly claims: readonly ClaimWords[];
  readonly requests: readonly RequestWords[];
};

/** Names from the bundle's own list of contracts; the checks say whether that list can be trusted. */
export function stepNames({ bundle, plan, facts }: ProposalDetail): StepNames {
  const contracts = bundle?.contracts;
  const assets = contracts?.assets ?? [];
  const known: readonly [Address, string][] = [
    [facts.row.account, "This Safe"],
    ...(contracts?.venues ?? []).map(({ address, id }) => [address, contractName(id)] as [Address, string]),
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
    claims: (plan?.claims ?? []).map(claimWords),
    requests: (plan?.requests ?? []).map(requestWords),
  };
}

function claimWords({ ticket, order, receive }: Claim): ClaimWords {
  const key =
    order.kind === "eigenlayer-withdrawal"
      ? `eigenlayer:${order.withdrawal.staker}:${order.withdrawal.nonce}`
      : ticket;
  return {
    key,
    ticket: ticketName(ticket),
    pays: receive.map(({ asset, expected }) => text({ asset, amount: expected })).join(" and "),
  };
}

function requestWords({ order, spend, expected, delay }: WithdrawalRequest): RequestWords {
  return {
    kind: order.kind,
    takes: text(spend),
    pays: text(expected),
    when: delay === null ? "no date promised" : `claimable in about ${formatDuration(delay)}`,
  };
}

const text = ({ asset, amount }: AssetAmount) =>
  formatAmount({ amount, decimals: 18n, places: 4n, rounding: "down", symbol: asset });

/** `eigenlayer.delegationManager` as people write it: `EigenLayer DelegationManager`. */
function contractName(id: string): string {
  const [of = "", name = ""] = id.split(".");
  return `${venue(of).name} ${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

const ROUTERS: Readonly<Record<string, string>> = { "uniswap-v3": "Uniswap SwapRouter02" };

const routerName = (id: string) => ROUTERS[id] ?? id;
