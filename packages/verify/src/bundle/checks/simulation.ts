import { demand } from "../demand.ts";
import { demandEqual } from "../demandEqual.ts";
import { demandChanges } from "../held/demandChanges.ts";
import { inputDocument } from "../inputDocument.ts";
import { snapshotSchema } from "../schema/inputs.ts";
import type { RequestOrder } from "../schema/orders.ts";
import type { Plan } from "../schema/plan.ts";
import type { Bundle } from "../schema/signedBundle.ts";
import type { CheckDefinition } from "../types.ts";

/** The run was of this transaction, went through, and did what the plan expects and nothing else. */
export const simulation: CheckDefinition = {
  id: "simulation",
  title: "The simulation is of this transaction and has nothing unexpected",
  run({ file: { bundle }, plan }) {
    const { simulation: run, hashes } = bundle;
    demandEqual("bundle.simulation.safeTxHash", { is: run.safeTxHash, must: hashes.safeTxHash });
    demand(
      run.success && run.revert === "",
      `bundle.simulation: it reverted: ${run.revert || "without a reason"}`,
    );
    const [surprise] = run.unexpected;
    demand(surprise === undefined, `bundle.simulation.unexpected: ${surprise?.code}: ${surprise?.detail}`);
    demand(
      run.configurationUnchanged,
      "bundle.simulation.configurationUnchanged is false: the Safe itself would change",
    );
    approvals(bundle);
    allowancesSpent(bundle, plan);
    withinExpected(bundle, plan);
    const label = run.conditional ? " It is conditional: transactions with lower nonces come first." : "";
    return `${run.method}, ${run.gasUsed} gas, approvals of ${run.approvedBy.length} owners assumed.${label}`;
  },
};

/** The real threshold ran: as many owners as it takes, all of them owners. */
function approvals(bundle: Bundle): void {
  const { approvedBy, conditional } = bundle.simulation;
  const { safe } = inputDocument(bundle, { kind: "snapshot", schema: snapshotSchema });
  const stranger = approvedBy.find((owner) => !safe.owners.includes(owner));
  demand(stranger === undefined, `bundle.simulation.approvedBy: ${stranger} is no owner`);
  demand(
    BigInt(new Set(approvedBy).size) === BigInt(approvedBy.length) &&
      BigInt(approvedBy.length) >= safe.threshold,
    `bundle.simulation.approvedBy names ${approvedBy.length} owners; the threshold is ${safe.threshold}`,
  );
  demand(
    conditional || bundle.transaction.nonce === safe.nonce,
    `bundle.simulation.conditional is false although nonce ${bundle.transaction.nonce} is not the Safe's next, ${safe.nonce}`,
  );
}

/** What was approved was looked at afterwards, and is gone. */
function allowancesSpent({ simulation: run, contracts }: Bundle, plan: Plan): void {
  for (const { asset, spender, after } of run.allowances) {
    demandEqual(`allowance of ${asset} left to ${spender}`, { is: after, must: 0n });
  }
  for (const { asset, list, id } of approved(plan)) {
    const entries: readonly { readonly id: string; readonly address: string }[] = contracts[list];
    const approvedAddress = entries.find((entry) => entry.id === id)?.address;
    demand(
      run.allowances.some((left) => left.asset === asset && left.spender === approvedAddress),
      `bundle.simulation.allowances does not say what ${id} may still spend of ${asset}`,
    );
  }
}

type Approved = { readonly asset: string; readonly list: "routers" | "venues"; readonly id: string };

/** Who is approved by a request; EigenLayer's shares need no approval. */
const TAKERS: Readonly<Partial<Record<RequestOrder["kind"], string>>> = {
  "etherfi-queue": "etherfi.withdrawAdapter",
  "lido-queue": "lido.withdrawalQueue",
};

/** Whom the plan's trades and requests approve, and for which asset. */
function approved({ actions, requests }: Plan): Approved[] {
  return [
    ...actions.map(({ spend, route }) => ({ asset: spend.asset, list: "routers", id: route }) as const),
    ...requests.flatMap(({ spend, order }) => {
      const id = TAKERS[order.kind];
      return id === undefined ? [] : [{ asset: spend.asset, list: "venues", id } as const];
    }),
  ];
}

function withinExpected(bundle: Bundle, plan: Plan): void {
  const changes = new Map(
    bundle.simulation.changes.map(({ asset, before, after }) => [asset, after - before]),
  );
  demandChanges(plan, changes);
  for (const { asset, atLeast, atMost } of plan.expected) {
    const change = changes.get(asset);
    demand(change !== undefined, `bundle.simulation.changes says nothing of ${asset}`);
    demand(
      change >= atLeast && change <= atMost,
      `${asset} changed by ${change} in the simulation; the plan expects ${atLeast} to ${atMost}`,
    );
    changes.delete(asset);
  }
  for (const [asset, change] of changes) {
    demandEqual(`change of ${asset} in the simulation`, {
      is: change,
      must: 0n,
      because: "the plan does not touch it",
    });
  }
}
