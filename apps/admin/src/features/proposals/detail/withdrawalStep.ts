import type { DecodedCall } from "@ballast/verify";
import type { StepWords } from "./stepWords.ts";
import { tokenAmount } from "./tokenAmount.ts";

/** What a step says beside its target and its arguments. */
type Said = {
  readonly does: string;
  readonly note: string;
  readonly toSelf: boolean;
  readonly amount: string;
  readonly amountNote: string;
};

/** What no trade and no batch without withdrawals has. */
type WithdrawalMeaning = Exclude<
  DecodedCall["meaning"],
  { kind: "approve" | "exact-input-single" | "deadline-check" | "unknown" }
>;
type Kind = WithdrawalMeaning["kind"];
type Arguments<K extends Kind> = Extract<WithdrawalMeaning, { kind: K }>["arguments"];

/** Whether a call asks a venue for a withdrawal, or takes one. */
export function isWithdrawal(meaning: DecodedCall["meaning"]): meaning is WithdrawalMeaning {
  return Object.hasOwn(SAY, meaning.kind);
}

/**
 * A request or a claim in words. Who and how much of what is given up are from the calldata; what comes of it, and when, is not in the calldata: the plan says it, and the
 * checks compare both.
 */
export function withdrawalStep(meaning: WithdrawalMeaning, words: StepWords): Said {
  const say = SAY[meaning.kind] as (given: unknown, words: StepWords) => Said;
  return say(meaning.arguments, words);
}

const SAY: { readonly [K in Kind]: (given: Arguments<K>, words: StepWords) => Said } = {
  "queue-withdrawals": queueWithdrawals,
  undelegate,
  "complete-queued-withdrawals": completeWithdrawals,
  "request-withdraw": requestWithdraw,
  "batch-claim-withdraw": ({ tokenIds }, words) => ({
    ...claimed(
      tokenIds.map((id) => `etherfi:${id}`),
      words,
    ),
    note: "Pays whoever holds each request",
    toSelf: false,
  }),
  "request-withdrawals-wsteth": requestWsteth,
  "claim-withdrawals": ({ requestIds }, words) => ({
    ...claimed(
      requestIds.map((id) => `lido:${id}`),
      words,
    ),
    note: "Lido pays whoever makes the call",
    toSelf: true,
  }),
};

function queueWithdrawals({ params }: Arguments<"queue-withdrawals">, { names }: StepWords): Said {
  const [planned] = names.requests.filter(({ kind }) => kind === "eigenlayer-queue");
  const shares = params.flatMap(({ depositShares }) => depositShares).reduce((sum, each) => sum + each, 0n);
  return {
    does: `Queue ${tokenAmount(null, { amount: shares, names })} deposit shares with EigenLayer`,
    note: planned === undefined ? "" : `${planned.when}; at the operator's risk until claimed`,
    toSelf: false,
    amount: planned?.takes ?? "",
    amountNote: planned === undefined ? "" : "after slashing so far",
  };
}

function undelegate({ staker }: Arguments<"undelegate">, { names, account }: StepWords): Said {
  const [planned] = names.requests.filter(({ kind }) => kind === "eigenlayer-undelegate");
  const own = staker === account;
  return {
    does: own
      ? "Leave the EigenLayer operator, and queue everything that is staked with it"
      : `Make ${staker} leave its EigenLayer operator`,
    note: own
      ? `This Safe is delegated to nobody afterwards${planned === undefined ? "" : `; ${planned.when}`}`
      : "This is not about this Safe",
    toSelf: false,
    amount: own ? (planned?.takes ?? "") : "",
    amountNote: own && planned !== undefined ? "all of it" : "",
  };
}

function completeWithdrawals(
  { withdrawals, receiveAsTokens }: Arguments<"complete-queued-withdrawals">,
  words: StepWords,
): Said {
  const keys = withdrawals.map(({ staker, nonce }) => `eigenlayer:${staker}:${nonce}`);
  const asTokens = receiveAsTokens.every((each) => each);
  return {
    ...claimed(keys, words),
    note: asTokens ? "" : "Some of it comes back as shares, not as tokens",
    toSelf: asTokens && withdrawals.every(({ withdrawer }) => withdrawer === words.account),
  };
}

function requestWithdraw(
  { weETHAmount, recipient }: Arguments<"request-withdraw">,
  { names, account }: StepWords,
): Said {
  const [planned] = names.requests.filter(({ kind }) => kind === "etherfi-queue");
  return {
    does: `Request a withdrawal of ${tokenAmount("weETH", { amount: weETHAmount, names })} from ether.fi`,
    note: queuedNote(planned),
    toSelf: recipient === account,
    amount: planned?.pays ?? "",
    amountNote: planned === undefined ? "" : "expected of all parts",
  };
}

function requestWsteth(
  { amounts, owner }: Arguments<"request-withdrawals-wsteth">,
  { names, account }: StepWords,
): Said {
  const [planned] = names.requests.filter(({ kind }) => kind === "lido-queue");
  const sum = amounts.reduce((total, each) => total + each, 0n);
  const parts = amounts.length === 1 ? "" : ` in ${amounts.length} parts`;
  return {
    does: `Request a withdrawal of ${tokenAmount("wstETH", { amount: sum, names })} from Lido${parts}`,
    note: queuedNote(planned),
    toSelf: owner === account,
    amount: planned?.pays ?? "",
    amountNote: planned === undefined ? "" : "expected when claimed",
  };
}

const queuedNote = (planned: { readonly when: string } | undefined) =>
  `${planned === undefined ? "Stays" : `${planned.when}; stays`} at the protocol's risk until claimed`;

/** Tickets that are claimed, and what the plan expects of them together; a ticket that the plan does not name has no amount. */
function claimed(
  keys: readonly string[],
  { names }: StepWords,
): Pick<Said, "does" | "amount" | "amountNote"> {
  const planned = keys.map((key) => names.claims.find((claim) => claim.key === key) ?? null);
  const tickets = planned.map((claim, at) => claim?.ticket ?? unnamed(keys[at] ?? ""));
  const known = planned.every((claim) => claim !== null);
  const [only] = planned;
  if (keys.length === 1 && only != null) {
    return {
      does: `Claim ${only.pays} from ${only.ticket}`,
      amount: only.pays,
      amountNote: "expected",
    };
  }
  return {
    does: `Claim ${tickets.join(", ")}`,
    amount: known ? planned.map((claim) => claim?.pays).join(", ") : "",
    amountNote: known ? "expected" : "not in the plan",
  };
}

const unnamed = (key: string) => `request ${key.slice(key.indexOf(":") + 1)}, which the plan does not name`;
