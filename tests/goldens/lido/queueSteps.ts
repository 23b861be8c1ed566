import { parseEventLogs, zeroAddress } from "viem";
import { type Act, type Handler, outcomeOf } from "./act.ts";
import { argumentsOf, wholeNumber, wholeNumbers } from "./fields.ts";
import { lidoAbi } from "./lidoAbi.ts";
import { StepProblem } from "./StepProblem.ts";

/** `requestWithdrawals xN` and `requestWithdrawalsWstETH xN`: N requests in one transaction. */
export const request =
  (fn: "requestWithdrawals" | "requestWithdrawalsWstETH"): Handler =>
  async ({ world, step, from }) => {
    const amounts = wholeNumbers(argumentsOf(step, ["amounts"]).amounts, "args.amounts");
    requireCount(step.action, amounts.length);
    const attempt = await world.attempt({ to: world.queue, fn, args: [amounts, zeroAddress], from });
    return outcomeOf(attempt, ({ logs }) => ({
      requests: parseEventLogs({ abi: lidoAbi, logs: [...logs], eventName: "WithdrawalRequested" }).map(
        ({ args: { requestId, amountOfStETH, amountOfShares } }) => ({
          requestId,
          amountOfStETH,
          amountOfShares,
        }),
      ),
    }));
  };

/** The ether that it locks is what the queue itself asks for the batches; the shares are not burned, as in the recording. */
export const finalize: Handler = async (act) => {
  const { world, step } = act;
  const from = world.accounts.operator;
  const args = argumentsOf(step, ["upTo", "maxShareRate"]);
  const last = wholeNumber(args.upTo, "args.upTo");
  const maxShareRate = wholeNumber(args.maxShareRate, "args.maxShareRate");
  const ask = {
    to: world.queue,
    fn: "prefinalize",
    args: [await batchEnds(act, { last, maxShareRate }), maxShareRate],
  } as const;
  const refusal = await world.refusal({ ...ask, from });
  if (refusal !== undefined) return { reverted: refusal };
  const [value] = await world.view<readonly [bigint, bigint]>(ask);
  const before = await world.view<bigint>({ to: world.queue, fn: "getLockedEtherAmount" });
  const attempt = await world.attempt({
    to: world.queue,
    fn: "finalize",
    args: [last, maxShareRate],
    from,
    value,
  });
  return outcomeOf(attempt, async ({ logs }) => {
    const [event] = parseEventLogs({ abi: lidoAbi, logs: [...logs], eventName: "WithdrawalsFinalized" });
    return {
      ethLocked: (await world.view<bigint>({ to: world.queue, fn: "getLockedEtherAmount" })) - before,
      sharesToBurn: event?.args.sharesToBurn,
    };
  });
};

async function batchEnds(
  { world, batching, requests }: Act,
  { last, maxShareRate }: { readonly last: bigint; readonly maxShareRate: bigint },
): Promise<readonly bigint[]> {
  const final = await world.view<bigint>({ to: world.queue, fn: "getLastFinalizedRequestId" });
  const waiting = requests.filter(({ id }) => id > final && id <= last);
  if (BigInt(waiting.length) !== last - final) return [last];
  return batching(waiting, maxShareRate).map((batch) => batch.at(-1)?.id ?? last);
}

export const claimOne: Handler = async (act) => {
  const id = wholeNumber(argumentsOf(act.step, ["id"]).id, "args.id");
  return claim(act, { fn: "claimWithdrawal", args: [id] });
};

/** `claimWithdrawals xN`, with the hints that the queue finds. */
export const claimMany: Handler = async (act) => {
  const ids = wholeNumbers(argumentsOf(act.step, ["ids"]).ids, "args.ids");
  requireCount(act.step.action, ids.length);
  const hints = await hintsOf(act, ids);
  if ("reverted" in hints) return hints;
  return claim(act, { fn: "claimWithdrawals", args: [ids, hints.hints] });
};

/** A search for hints. Where the recording does not tell the ids of an unsorted one, they are the last two, the later first. */
export const findHints: Handler = async (act) => {
  const args = argumentsOf(act.step, ["ids"]);
  const { queue } = act.world;
  if (args.ids !== undefined || act.step.reverted === undefined)
    return hintsOf(act, wholeNumbers(args.ids, "args.ids"));
  const last = await act.world.view<bigint>({ to: queue, fn: "getLastRequestId" });
  return hintsOf(act, [last, last - 1n]);
};

/** What anybody sees of a request. */
export const view: Handler = async (act) => {
  const { world, step } = act;
  const id = wholeNumber(step.id, "id");
  const found = await hintsOf(act, [id]);
  if ("reverted" in found) return found;
  const ask = { to: world.queue, fn: "getClaimableEther", args: [[id], found.hints] } as const;
  const [claimable] = await world.view<readonly bigint[]>(ask);
  const [status] = await world.view<readonly Status[]>({
    to: world.queue,
    fn: "getWithdrawalStatus",
    args: [[id]],
  });
  return {
    hint: found.hints[0],
    claimable,
    amountOfStETH: status?.amountOfStETH,
    amountOfShares: status?.amountOfShares,
    isFinalized: status?.isFinalized,
    // Told by newer recordings only.
    ...(step.isClaimed === undefined ? {} : { isClaimed: status?.isClaimed }),
  };
};

type Status = {
  readonly amountOfStETH: bigint;
  readonly amountOfShares: bigint;
  readonly isFinalized: boolean;
  readonly isClaimed: boolean;
};

async function hintsOf({ world, from }: Act, ids: readonly bigint[]) {
  const last = await world.view<bigint>({ to: world.queue, fn: "getLastCheckpointIndex" });
  const ask = { to: world.queue, fn: "findCheckpointHints", args: [ids, 1n, last] } as const;
  const reverted = await world.refusal({ ...ask, from });
  return reverted === undefined ? { hints: await world.view<readonly bigint[]>(ask) } : { reverted };
}

type Claim = {
  readonly fn: "claimWithdrawal" | "claimWithdrawals";
  readonly args: readonly unknown[];
};

async function claim({ world, from }: Act, { fn, args }: Claim) {
  const before = await world.etherOf(from);
  const attempt = await world.attempt({ to: world.queue, fn, args, from });
  return outcomeOf(attempt, async ({ fee }) => ({ ethReceived: (await world.etherOf(from)) - before + fee }));
}

/** The action's own number must be that of its arguments. */
function requireCount(action: string, count: number): void {
  const told = Number(/ x(\d+)$/.exec(action)?.[1]);
  if (told !== count)
    throw new StepProblem({
      field: "action",
      recorded: action,
      wanted: `one with ×${count}, as its arguments`,
    });
}
