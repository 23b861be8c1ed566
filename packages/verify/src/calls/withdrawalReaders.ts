import {
  BATCH_CLAIM_WITHDRAW,
  CLAIM_WITHDRAWALS,
  COMPLETE_QUEUED_WITHDRAWALS,
  QUEUE_WITHDRAWALS,
  REQUEST_WITHDRAW,
  REQUEST_WITHDRAWALS_WSTETH,
  UNDELEGATE,
} from "../abi/selectors.ts";
import type { WordReader } from "../abi/WordReader.ts";
import type { QueuedWithdrawal, WithdrawalMeaning } from "./withdrawalMeaning.ts";

/** The functions of EigenLayer, ether.fi and Lido that make withdrawals and pay them out, by selector. */
export const withdrawalReaders: Readonly<Record<string, (reader: WordReader) => WithdrawalMeaning>> = {
  [QUEUE_WITHDRAWALS]: readQueueWithdrawals,
  [UNDELEGATE]: (reader) => ({
    kind: "undelegate",
    signature: "undelegate(address staker)",
    arguments: { staker: reader.address("staker") },
  }),
  [COMPLETE_QUEUED_WITHDRAWALS]: readCompletions,
  [REQUEST_WITHDRAW]: (reader) => ({
    kind: "request-withdraw",
    signature: "requestWithdraw(uint256 weETHAmount,address recipient)",
    arguments: { weETHAmount: reader.uint("weETHAmount"), recipient: reader.address("recipient") },
  }),
  [BATCH_CLAIM_WITHDRAW]: readBatchClaim,
  [REQUEST_WITHDRAWALS_WSTETH]: readRequestWstEth,
  [CLAIM_WITHDRAWALS]: readClaimWithdrawals,
};

const uints = (reader: WordReader, name: string): bigint[] => reader.array(name, (item) => reader.uint(item));

const addresses = (reader: WordReader, name: string) => reader.array(name, (item) => reader.address(item));

function readQueueWithdrawals(reader: WordReader): WithdrawalMeaning {
  const params = reader.frame().offset("params");
  params.reached();
  return {
    kind: "queue-withdrawals",
    signature:
      "queueWithdrawals((address[] strategies,uint256[] depositShares,address deprecatedWithdrawer)[] params)",
    arguments: { params: reader.arrayOfTails("params", (name) => readEntry(reader, name)) },
  };
}

function readEntry(reader: WordReader, name: string) {
  const frame = reader.frame();
  const offsets = [frame.offset(`${name}.strategies`), frame.offset(`${name}.depositShares`)] as const;
  const deprecatedWithdrawer = reader.address(`${name}.deprecatedWithdrawer`);
  offsets[0].reached();
  const strategies = addresses(reader, `${name}.strategies`);
  offsets[1].reached();
  return { strategies, depositShares: uints(reader, `${name}.depositShares`), deprecatedWithdrawer };
}

function readCompletions(reader: WordReader): WithdrawalMeaning {
  const frame = reader.frame();
  const offsets = [
    frame.offset("withdrawals"),
    frame.offset("tokens"),
    frame.offset("receiveAsTokens"),
  ] as const;
  offsets[0].reached();
  const withdrawals = reader.arrayOfTails("withdrawals", (name) => readWithdrawal(reader, name));
  offsets[1].reached();
  const tokens = reader.arrayOfTails("tokens", (name) => addresses(reader, name));
  offsets[2].reached();
  const receiveAsTokens = reader.array("receiveAsTokens", (name) => reader.boolean(name));
  return {
    kind: "complete-queued-withdrawals",
    signature:
      "completeQueuedWithdrawals((address staker,address delegatedTo,address withdrawer,uint256 nonce,uint32 startBlock,address[] strategies,uint256[] scaledShares)[] withdrawals,address[][] tokens,bool[] receiveAsTokens)",
    arguments: { withdrawals, tokens, receiveAsTokens },
  };
}

function readWithdrawal(reader: WordReader, name: string): QueuedWithdrawal {
  const frame = reader.frame();
  const head = {
    staker: reader.address(`${name}.staker`),
    delegatedTo: reader.address(`${name}.delegatedTo`),
    withdrawer: reader.address(`${name}.withdrawer`),
    nonce: reader.uint(`${name}.nonce`),
    startBlock: reader.uint(`${name}.startBlock`, 32),
  };
  const offsets = [frame.offset(`${name}.strategies`), frame.offset(`${name}.scaledShares`)] as const;
  offsets[0].reached();
  const strategies = addresses(reader, `${name}.strategies`);
  offsets[1].reached();
  return { ...head, strategies, scaledShares: uints(reader, `${name}.scaledShares`) };
}

function readBatchClaim(reader: WordReader): WithdrawalMeaning {
  reader.frame().offset("tokenIds").reached();
  return {
    kind: "batch-claim-withdraw",
    signature: "batchClaimWithdraw(uint256[] tokenIds)",
    arguments: { tokenIds: uints(reader, "tokenIds") },
  };
}

function readRequestWstEth(reader: WordReader): WithdrawalMeaning {
  const offset = reader.frame().offset("amounts");
  const owner = reader.address("owner");
  offset.reached();
  return {
    kind: "request-withdrawals-wsteth",
    signature: "requestWithdrawalsWstETH(uint256[] amounts,address owner)",
    arguments: { amounts: uints(reader, "amounts"), owner },
  };
}

function readClaimWithdrawals(reader: WordReader): WithdrawalMeaning {
  const frame = reader.frame();
  const offsets = [frame.offset("requestIds"), frame.offset("hints")] as const;
  offsets[0].reached();
  const requestIds = uints(reader, "requestIds");
  offsets[1].reached();
  return {
    kind: "claim-withdrawals",
    signature: "claimWithdrawals(uint256[] requestIds,uint256[] hints)",
    arguments: { requestIds, hints: uints(reader, "hints") },
  };
}
