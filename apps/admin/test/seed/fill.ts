import {
  type BlockNumber,
  type BlockRef,
  contentId,
  encodeCanonical,
  type Hash32,
  policyApprovalTypedData,
  type UnixSeconds,
} from "@ballast/core";
import {
  appendAudit,
  claimChain,
  connect,
  type Database,
  finishTick,
  insertAccount,
  insertApproval,
  insertBlock,
  insertPolicy,
  insertProposal,
  insertTreasury,
  type Lease,
  laneLeaseName,
  openSweep,
  openTick,
  saveKeeperStatus,
  saveTickets,
  saveTickStep,
  sweepLeaseName,
  takeLease,
} from "@ballast/db";
import { DEVNET_GENESIS } from "../../src/devnet/genesis.ts";
import { CHAIN_ID, ETHER, owners, safes, words } from "./cast.ts";
import { policyFor } from "./snapshots.ts";
import { type Judged, judge, propose, type Story } from "./story.ts";
import { paidTicket, withdrawalsAt } from "./withdrawals.ts";

const TICKS = 30n;
const GAP = 12n;
const HOUR_MS = 3_600_000;
const HELD = { wsteth: 480n * ETHER, weeth: 310n * ETHER, weth: 50n * ETHER };
const OVER = { wsteth: 300n * ETHER, weeth: 520n * ETHER, weth: 45n * ETHER };

const hash = (value: bigint): Hash32 => `0x${value.toString(16).padStart(64, "5")}` as Hash32;

function blockAt(step: bigint): BlockRef {
  const now = BigInt(Math.floor(Date.now() / 1000));
  const number = (8100n + step) as BlockNumber;
  return {
    chainId: CHAIN_ID,
    number,
    hash: hash(number),
    timestamp: (now - (TICKS - step) * GAP) as UnixSeconds,
  };
}

/** Two Safes, thirty evaluations, a rebalance proposed on the first; on the second two withdrawals under way, and a claim proposed. */
export async function fill({
  keeperUrl,
  devnetUrl,
}: {
  keeperUrl: string;
  devnetUrl: string;
}): Promise<void> {
  const keeper = connect({ url: keeperUrl, applicationName: "seed" });
  const devnet = connect({ url: devnetUrl, applicationName: "seed" });
  await claimChain(keeper.db, { chainId: CHAIN_ID, genesisHash: DEVNET_GENESIS, block1Hash: hash(1n) });
  await insertTreasury(keeper.db, { id: "meridian", name: "Meridian" });
  for (const { address, name } of safes) {
    await insertAccount(keeper.db, {
      chainId: CHAIN_ID,
      address,
      name,
      rail: "safe",
      treasuryId: "meridian",
    });
    await seedPolicy(devnet.db, address);
  }
  await seedTicks(keeper.db);
  await appendAudit(keeper.db, {
    actor: "keeper:seed",
    kind: "keeper.started",
    payload: { version: "0.1.0" },
  });
  await keeper.close();
  await devnet.close();
}

async function seedPolicy(db: Database, safe: (typeof safes)[number]["address"]): Promise<void> {
  const policy = policyFor(safe, 1n);
  const id = contentId("policy", policy);
  const previousHash = `0x${"0".repeat(64)}` as Hash32;
  const author = words.address(owners[0]?.address ?? "");
  await insertPolicy(db, {
    id,
    chainId: CHAIN_ID,
    account: safe,
    version: 1n,
    previousHash,
    document: encodeCanonical(policy),
    author,
  });
  for (const owner of owners.slice(0, 2)) {
    const notBefore = 1n as UnixSeconds;
    const typed = policyApprovalTypedData({
      account: policy.account,
      policyHash: id,
      version: 1n,
      previousHash,
      notBefore,
    });
    const signature = await owner.signTypedData(typed);
    await insertApproval(db, { policyId: id, owner: words.address(owner.address), notBefore, signature });
  }
}

async function lease(db: Database, name: string): Promise<Lease> {
  const taken = await takeLease(db, { name, holder: "seed", ttlMs: HOUR_MS });
  if (!taken.taken) throw new Error(`lease ${name} is held by ${taken.holder}`);
  return taken.lease;
}

async function seedTicks(db: Database): Promise<void> {
  const sweepLease = await lease(db, sweepLeaseName(CHAIN_ID));
  for (let step = 0n; step < TICKS; step++) {
    const block = blockAt(step);
    await insertBlock(db, { block, parentHash: hash(block.number - 1n), lease: sweepLease });
    const sweep = await openSweep(db, { block, trigger: "head", heads: [], lease: sweepLease });
    for (const [at, { address }] of safes.entries()) {
      const lane = await lease(db, laneLeaseName({ chainId: CHAIN_ID, address }));
      const isLast = step === TICKS - 1n;
      const policy = policyFor(address, 1n);
      const holdings = at === 0 ? HELD : OVER;
      const judged = judge({
        block,
        policy,
        holdings,
        nonce: 4n,
        weethBps: isLast && at === 0 ? 900n : 310n,
        withdrawals: at === 0 ? null : withdrawalsAt(block, { safe: address, isLast }),
      });
      const tick = await openTick(db, { sweep, account: { chainId: CHAIN_ID, address }, lease: lane });
      await seedTick(db, { tick, judged, lane });
      if (isLast && at === 1) {
        const account = { chainId: CHAIN_ID, address };
        await saveTickets(db, { account, asOfBlock: block.number, lives: [paidTicket], lease: lane });
      }
    }
  }
  await saveKeeperStatus(db, statusAt(blockAt(TICKS - 1n)));
}

type Seeded = { tick: Awaited<ReturnType<typeof openTick>>; judged: Judged; lane: Lease };

async function seedTick(db: Database, { tick, judged, lane }: Seeded): Promise<void> {
  const { outcome } = judged.decision;
  const story = outcome.kind === "propose" ? await propose(judged, 4n) : null;
  const ids = new Map(judged.documents.map(({ kind, id }) => [kind, id]));
  const of = (kind: string) => ids.get(kind) ?? null;
  const products = {
    inputs: judged.decision.inputs,
    snapshotId: of("snapshot"),
    historyId: of("history"),
    policyId: of("policy"),
    openWorkId: of("open-work"),
    allocationId: of("allocation"),
    decisionId: of("decision"),
    ...(story === null ? {} : productsOf(story)),
  };
  await saveTickStep(db, {
    tick,
    step: 7,
    products,
    documents: story?.documents ?? judged.documents,
    lease: lane,
  });
  if (story !== null) await seedProposal(db, { tick, story, lane });
  const ended = { hold: "held", refuse: "refused", propose: "proposed" } as const;
  await finishTick(db, { tick, outcome: ended[outcome.kind], reason: outcome.because, lease: lane });
}

function productsOf({ documents, built }: Story) {
  const of = (kind: string) => documents.find((document) => document.kind === kind)?.id ?? null;
  return {
    planId: of("plan"),
    simulationId: of("simulation"),
    bundleId: of("bundle"),
    safeTxHash: built.hashes.safeTxHash,
  };
}

async function seedProposal(
  db: Database,
  { tick, story, lane }: { tick: Seeded["tick"]; story: Story; lane: Lease },
): Promise<void> {
  const { plan, built, bundle, decision, signature } = story;
  const { planId, bundleId } = productsOf(story);
  const proposal = {
    chainId: CHAIN_ID,
    account: decision.account.address,
    safeTxHash: built.hashes.safeTxHash,
    kind: plan.purpose,
    state: "posted" as const,
    tickId: tick.id,
    planId,
    decisionId: bundle.decisionId,
    bundleId,
    bundleSigner: story.context.policy.proposer,
    bundleSignature: signature,
    ...built.transaction,
    deadline: plan.deadline,
    proposedAt: decision.block.timestamp,
    postedAt: decision.block.timestamp,
  };
  await insertProposal(db, { proposal, cause: "posted", lease: lane });
}

const statusAt = (block: BlockRef) => ({
  instance: "seed",
  chainId: CHAIN_ID,
  version: "0.1.0",
  mode: "propose",
  startedAt: block.timestamp,
  lastTickAt: block.timestamp,
  headNumber: block.number,
  headHash: block.hash,
  headTimestamp: block.timestamp,
  headsAgreeing: 2,
  headsTotal: 2,
  rssBytes: 120_000_000n,
});
