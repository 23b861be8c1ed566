import { eigenlayerMaths } from "@ballast/adapters";
import { type Address, type Hex, zeroAddress, zeroHash } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  delays,
  type EigenlayerCall,
  noApproval,
  openTestEigenlayer,
  people,
  type TestEigenlayer,
} from "../../src/testing/eigenlayer.ts";

const { operator, staker, stranger, approver } = people;
const salt = `0x${"07".repeat(32)}` as const;
/** Code that answers every question with ERC-1271's magic value, and code that answers with nothing. */
const agrees = "0x631626ba7e60e01b60005260206000f3";
const objects = "0x60206000f3";

let el: TestEigenlayer;
let strategy: Address;
const delegation = (fn: string, args: readonly unknown[], from: Address = staker): EigenlayerCall => ({
  contract: "DelegationManager",
  fn,
  args,
  from,
});
const approvedBy = (delegationApprover: Address) =>
  el.send(delegation("modifyOperatorDetails", [operator, delegationApprover], operator));
const now = async () => (await el.empty.chain.reader.getBlock()).timestamp;
const leave = async () => {
  if (await el.read<boolean>(delegation("isDelegated", [staker])))
    await el.send(delegation("undelegate", [staker]));
};

async function signed({ expiry, by = approver.privateKey }: { expiry: bigint; by?: Hex }) {
  const args = [staker, operator, approver.address, salt, expiry];
  const digest = await el.read<Hex>(delegation("calculateDelegationApprovalDigestHash", args));
  return { signature: await privateKeyToAccount(by).sign({ hash: digest }), expiry };
}

beforeAll(async () => {
  el = await openTestEigenlayer();
  strategy = el.tokens[0]?.strategy ?? zeroAddress;
});
afterAll(() => el.empty.stop());

describe("an approver", () => {
  test("signs for one staker, until a time, once per salt", async () => {
    await approvedBy(approver.address);
    const late = await signed({ expiry: (await now()) - 1n });
    expect(await el.refusal(delegation("delegateTo", [operator, late, salt]))).toBe("SignatureExpired");
    const expiry = (await now()) + 100n;
    const forged = await signed({ expiry, by: `0x${"11".repeat(32)}` });
    expect(await el.refusal(delegation("delegateTo", [operator, forged, salt]))).toBe("InvalidSignature");
    const approval = await signed({ expiry });
    expect(await el.refusal(delegation("delegateTo", [operator, approval, salt], stranger))).toBe(
      "InvalidSignature",
    );
    await el.send(delegation("delegateTo", [operator, approval, salt]));
    expect(await el.read(delegation("delegationApproverSaltIsSpent", [approver.address, salt]))).toBe(true);
    await leave();
    expect(await el.refusal(delegation("delegateTo", [operator, approval, salt]))).toBe("SaltSpent");
  });

  test("with code is asked by ERC-1271", async () => {
    const account = `0x${"c0de".repeat(10)}` as const;
    await approvedBy(account);
    const approval = { signature: "0x", expiry: (await now()) + 100n };
    expect(await el.refusal(delegation("delegateTo", [operator, approval, salt]))).toBe("InvalidSignature");
    await el.empty.chain.rpc("anvil_setCode", account, objects);
    expect(await el.refusal(delegation("delegateTo", [operator, approval, salt]))).toBe("InvalidSignature");
    await el.empty.chain.rpc("anvil_setCode", account, agrees);
    await el.send(delegation("delegateTo", [operator, approval, salt]));
    await leave();
  });

  test("that is nobody checks nothing and spends no salt", async () => {
    await approvedBy(zeroAddress);
    const anything = { signature: "0x1234", expiry: 0n };
    await el.send(delegation("delegateTo", [operator, anything, zeroHash]));
    expect(await el.read(delegation("delegationApproverSaltIsSpent", [zeroAddress, zeroHash]))).toBe(false);
    await leave();
  });

  test("is changed by the operator alone", async () => {
    expect(await el.refusal(delegation("modifyOperatorDetails", [operator, stranger], stranger))).toBe(
      "InvalidPermissions",
    );
    expect(await el.refusal(delegation("modifyOperatorDetails", [stranger, stranger], stranger))).toBe(
      "OperatorNotRegistered",
    );
  });
});

test("digest and domain separator are those that the adapters compute", async () => {
  const { chainId, version } = { chainId: 31337, version: await el.read<string>(delegation("version", [])) };
  const domain = { chainId, version, delegationManager: el.delegation };
  const approval = { delegationApprover: approver.address, staker, operator, salt, expiry: 77n };
  const args = [staker, operator, approver.address, salt, 77n];
  expect(eigenlayerMaths.delegationDomainSeparator(domain)).toBe(
    await el.read(delegation("domainSeparator", [])),
  );
  expect(eigenlayerMaths.delegationApprovalDigest(domain, approval)).toBe(
    await el.read(delegation("calculateDelegationApprovalDigestHash", args)),
  );
});

describe("an end of a delegation", () => {
  test("may be forced by the operator and by its approver, and is told as forced", async () => {
    await approvedBy(approver.address);
    for (const by of [operator, approver.address]) {
      await el.send(delegation("modifyOperatorDetails", [operator, zeroAddress], operator));
      await el.send(delegation("delegateTo", [operator, ...noApproval]));
      await approvedBy(approver.address);
      expect(await el.refusal(delegation("undelegate", [staker], stranger))).toBe("CallerCannotUndelegate");
      const events = await el.send(delegation("undelegate", [staker], by));
      expect(events.map(({ eventName }) => eventName)).toEqual([
        "StakerForceUndelegated",
        "StakerUndelegated",
      ]);
      expect(events[0]?.args).toEqual({ staker, operator });
    }
    await approvedBy(zeroAddress);
  });

  test("does not exist for an operator, nor for who is not delegated", async () => {
    expect(await el.refusal(delegation("undelegate", [operator], operator))).toBe(
      "OperatorsCannotUndelegate",
    );
    expect(await el.refusal(delegation("undelegate", [staker]))).toBe("NotActivelyDelegated");
  });

  test("queues a withdrawal for each strategy, and all complete together or not at all", async () => {
    for (const { token, strategy: one } of el.tokens)
      await el.send({
        contract: "StrategyManager",
        fn: "depositIntoStrategy",
        args: [one, token, 1000n],
        from: staker,
      });
    await el.send(delegation("delegateTo", [operator, ...noApproval]));
    const queued = (await el.send(delegation("undelegate", [staker]))).filter(
      ({ eventName }) => eventName === "SlashingWithdrawalQueued",
    );
    const withdrawals = queued.map(({ args }) => args.withdrawal);
    const tokens = el.tokens.map(({ token }) => [token]);
    const complete = delegation("completeQueuedWithdrawals", [withdrawals, tokens, [true, true]]);
    for (let block = 1; block < delays.minWithdrawal; block += 1) await el.empty.run([]);
    expect(await el.refusal(complete)).toBe("WithdrawalDelayNotElapsed");
    const crossed = delegation("completeQueuedWithdrawals", [withdrawals, tokens.toReversed(), [true, true]]);
    expect(await el.refusal(crossed)).toBe("OnlyUnderlyingToken");
    const done = await el.send(complete);
    expect(done.filter(({ eventName }) => eventName === "SlashingWithdrawalCompleted")).toHaveLength(2);
    expect(await el.read(delegation("getQueuedWithdrawalRoots", [staker]))).toEqual([]);
  });
});

describe("views for a staker", () => {
  test("convert withdrawable to deposit shares and read a withdrawal back by its root", async () => {
    const { token } = el.tokens[0] ?? {};
    await el.send({
      contract: "StrategyManager",
      fn: "depositIntoStrategy",
      args: [strategy, token, 1000n],
      from: staker,
    });
    expect(await el.read(delegation("convertToDepositShares", [staker, [strategy], [400n]]))).toEqual([400n]);
    const entry = { strategies: [strategy], depositShares: [400n], __deprecated_withdrawer: zeroAddress };
    const [event] = (await el.send(delegation("queueWithdrawals", [[entry]]))).slice(-1);
    const root = event?.args.withdrawalRoot;
    expect(eigenlayerMaths.withdrawalRoot(event?.args.withdrawal as eigenlayerMaths.Withdrawal)).toBe(root);
    expect(await el.read(delegation("calculateWithdrawalRoot", [event?.args.withdrawal]))).toBe(root);
    expect(await el.read(delegation("queuedWithdrawals", [root]))).toEqual(event?.args.withdrawal);
    expect(await el.read(delegation("getQueuedWithdrawal", [root]))).toEqual([
      event?.args.withdrawal,
      [400n],
    ]);
    expect(await el.read(delegation("pendingWithdrawals", [root]))).toBe(true);
    expect(await el.read(delegation("getDepositedShares", [staker]))).toEqual([[strategy], [600n]]);
  });

  test("no strategies, nothing to queue", async () => {
    const empty = { strategies: [], depositShares: [], __deprecated_withdrawer: zeroAddress };
    expect(await el.refusal(delegation("queueWithdrawals", [[empty]]))).toBe("InputArrayLengthZero");
  });
});
