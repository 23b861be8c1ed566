import type { Address, Decision, Finding, Plan } from "@ballast/core";
import { openProposals, type ProposalRow, type TickRow } from "@ballast/db";
import { treasurySafes } from "@ballast/devnet";
import { executeAs, signAs } from "./signing.ts";
import { storedDecision } from "./stored.ts";
import type { TestKeeper, World } from "./world.ts";

const accountAt = (index: 0 | 1) => ({
  chainId: 31337n,
  address: treasurySafes[index].address.toLowerCase() as Address,
});

/** The devnet's two Safes, as the database names them. */
export const operations = accountAt(0);
export const reserve = accountAt(1);
export type Account = typeof operations;

/** One block after the other, judged by one keeper. */
export type Walk = {
  /** Mines a block and judges it; the account's tick. */
  judge(account: Account): Promise<TickRow>;
  /** Goes on until the account's tick ends so. */
  until(account: Account, outcome: TickRow["outcome"], limit: { readonly blocks: number }): Promise<TickRow>;
  decisionOf(tick: TickRow): Promise<Decision>;
  findingsOf(tick: TickRow, rule: string): Promise<readonly Finding[]>;
  /** The plan of a tick that proposed. */
  planOf(tick: TickRow): Promise<Plan>;
  /** The one open proposal of the account. */
  openProposal(account: Account): Promise<ProposalRow>;
  /** Two owners sign the proposal, one sends it, and a block takes it. */
  carryOut(row: ProposalRow): Promise<void>;
};

export function walkOf(world: World, { keeper, judge: judgeHead }: TestKeeper): Walk {
  const admin = world.connect("admin");
  const judge: Walk["judge"] = async (account) => {
    await world.devnet.mineBlock();
    const { ticks } = await judgeHead();
    const tick = ticks.find((each) => each.account === account.address);
    if (tick === undefined) throw new Error(`${account.address} was not judged`);
    return tick;
  };
  const decisionOf: Walk["decisionOf"] = ({ decisionId }) => storedDecision(keeper.db, decisionId);
  return {
    judge,
    decisionOf,
    until: async (account, outcome, { blocks }) => {
      let last: TickRow | undefined;
      for (let mined = 0; mined < blocks; mined++) {
        last = await judge(account);
        if (last.outcome === outcome) return last;
      }
      throw new Error(
        `no tick ended as ${outcome} within ${blocks} blocks; the last: ${last?.outcome} ${last?.reason} ${last?.detail}`,
      );
    },
    findingsOf: async (tick, rule) =>
      (await decisionOf(tick)).findings.filter((finding) => finding.rule === rule),
    planOf: async (tick) => {
      const { outcome } = await decisionOf(tick);
      if (outcome.kind !== "propose") throw new Error(`decided to ${outcome.kind}: ${outcome.because}`);
      return outcome.plan;
    },
    openProposal: async (account) => {
      const open = await openProposals(admin.db, account);
      const [row] = open;
      if (row === undefined || open.length !== 1) throw new Error(`${open.length} proposals are open`);
      return row;
    },
    carryOut: async (row) => {
      await signAs(admin.db, { row, owner: 0 });
      await signAs(admin.db, { row, owner: 1 });
      await executeAs(admin.db, { row, owner: 1, rpcUrl: world.devnet.rpcUrls[0] });
    },
  };
}
