import {
  type AllocationAnswer,
  type BlockRef,
  type Bundle,
  bundleTypedData,
  contentId,
  type Decision,
  decide,
  decisionDocuments,
  decisionInputs,
  evaluate,
  type OpenWork,
  type Plan,
  type Policy,
  type RuleContext,
  type Simulation,
} from "@ballast/core";
import { canonicalDocument } from "@ballast/db";
import { answerOf } from "./answer.ts";
import { contracts, owners, proposer, words } from "./cast.ts";
import { type Holdings, historyAt, snapshotAt } from "./snapshots.ts";
import { type Built, buildTransaction } from "./transaction.ts";
import type { Withdrawals } from "./withdrawals.ts";

export type Judged = {
  readonly context: RuleContext;
  readonly answer: AllocationAnswer;
  readonly decision: Decision;
  readonly documents: ReturnType<typeof canonicalDocument>[];
};

type Input = {
  readonly block: BlockRef;
  readonly policy: Policy;
  readonly holdings: Holdings;
  readonly nonce: bigint;
  /** Yearly growth of weETH in basis points. */
  readonly weethBps: bigint;
  readonly withdrawals: Withdrawals | null;
  readonly openWork?: OpenWork["proposals"];
};

/** What core makes of a block of the seed. */
export function judge(input: Input): Judged {
  const { block, policy, holdings, nonce, weethBps, withdrawals, openWork = [] } = input;
  const safe = policy.account.address;
  const context: RuleContext = {
    snapshot: snapshotAt(block, { safe, holdings, nonce, withdrawals }),
    history: historyAt(block, weethBps),
    policy,
    openWork: { schema: "ballast/open-work/1", account: policy.account, proposals: openWork, recent: [] },
    siblings: [],
  };
  const findings = evaluate(context);
  const answer = answerOf(context, { findings, isShifted: weethBps >= 500n });
  const decision = decide({ context, inputs: decisionInputs(context, answer), findings, answer });
  const inputs = decisionDocuments(context, answer).map(({ kind, document }) =>
    canonicalDocument(kind, document),
  );
  return { context, answer, decision, documents: [...inputs, canonicalDocument("decision", decision)] };
}

export type Story = Judged & {
  readonly plan: Plan;
  readonly built: Built;
  readonly bundle: Bundle;
  readonly simulation: Simulation;
  readonly signature: `0x${string}`;
};

/** A decision that proposes, with its transaction, simulation and signed bundle. */
export async function propose(judged: Judged, nonce: bigint): Promise<Story> {
  const { decision, answer, context } = judged;
  if (decision.outcome.kind !== "propose")
    throw new Error(`the seed does not propose: ${JSON.stringify(decision.outcome)}`);
  const { plan } = decision.outcome;
  const safe = context.policy.account.address;
  const built = buildTransaction(plan, { safe, nonce });
  const simulation = simulationOf({ context, plan, built });
  const bundle = bundleOf({ context, answer, decision, built, simulation });
  const bundleHash = contentId("bundle", bundle);
  const typed = bundleTypedData({
    account: decision.account,
    bundleHash,
    decisionId: bundle.decisionId,
    safeTxHash: built.hashes.safeTxHash,
    block: decision.block.number,
  });
  const documents = [
    ...judged.documents,
    canonicalDocument("plan", plan),
    canonicalDocument("simulation", simulation),
    canonicalDocument("bundle", bundle),
  ];
  return {
    ...judged,
    documents,
    plan,
    built,
    bundle,
    simulation,
    signature: await proposer.signTypedData(typed),
  };
}

function simulationOf({
  context,
  plan,
  built,
}: {
  context: RuleContext;
  plan: Plan;
  built: Built;
}): Simulation {
  const amounts = new Map(
    context.snapshot.positions.map(({ asset, amount }) => [asset as string, amount as bigint]),
  );
  const after = new Map(amounts);
  for (const { spend, receive } of plan.actions) {
    after.set(spend.asset, (after.get(spend.asset) ?? 0n) - spend.amount);
    after.set(receive.asset, (after.get(receive.asset) ?? 0n) + receive.expected);
  }
  for (const { asset, expected } of plan.claims.flatMap(({ receive }) => receive)) {
    after.set(asset, (after.get(asset) ?? 0n) + expected);
  }
  return {
    schema: "ballast/simulation/1",
    block: context.snapshot.block,
    safeTxHash: built.hashes.safeTxHash,
    method: "eth_simulateV1",
    approvedBy: owners.slice(0, 2).map(({ address }) => words.address(address)),
    conditional: false,
    success: true,
    revert: "",
    gasUsed: 412_345n,
    changes: ["ETH", "WETH", "weETH", "wstETH"].map((asset) => ({
      asset: words.assetId(asset),
      before: amounts.get(asset) ?? 0n,
      after: after.get(asset) ?? 0n,
    })),
    allowances: [
      { asset: words.assetId("WETH"), spender: contracts.router, after: 0n },
      { asset: words.assetId("wstETH"), spender: contracts.router, after: 0n },
    ],
    configurationUnchanged: true,
    unexpected: [],
  };
}

type Parts = {
  context: RuleContext;
  answer: AllocationAnswer;
  decision: Decision;
  built: Built;
  simulation: Simulation;
};

function bundleOf({ context, answer, decision, built, simulation }: Parts): Bundle {
  return {
    schema: "ballast/bundle/1",
    account: decision.account,
    safeVersion: "1.4.1",
    decisionId: contentId("decision", decision),
    decision,
    inputs: decisionDocuments(context, answer),
    contracts: {
      multiSendCallOnly: contracts.multiSend,
      multiSendCallOnlyCodeHash: words.hash32(
        "0xecd5bd14a08c5d2122379900b2f272bdf107a7e92423c10dd5fe3254386c9939",
      ),
      deadlineChecker: contracts.router,
      assets: [
        { id: "WETH", address: contracts.weth, decimals: 18n },
        { id: "weETH", address: contracts.weeth, decimals: 18n },
        { id: "wstETH", address: contracts.wsteth, decimals: 18n },
      ],
      routers: [{ id: "uniswap-v3", address: contracts.router }],
      venues: [{ id: "lido.withdrawalQueue", address: contracts.withdrawalQueue }],
    },
    ...built,
    simulation,
  };
}
