import { describe, expect, it } from "vitest";
import { ETHER, planOf, SAMPLE_PLAN } from "../testing/sampleBatch.ts";
import { ROUTER, SAMPLE_DEPLOYMENT, WEETH_POOL, WSTETH_POOL } from "../testing/sampleDeployment.ts";
import {
  etherFiRequest,
  lidoRequest,
  QUEUE,
  UNDELEGATION,
  WITHDRAWAL_PLAN,
} from "../testing/sampleWithdrawals.ts";
import {
  WITHDRAW_ADAPTER,
  WITHDRAW_NFT,
  WITHDRAWAL_DEPLOYMENT,
  WITHDRAWAL_QUEUE,
} from "../testing/withdrawalDeployment.ts";
import { planParties } from "./planParties.ts";

const requesting = (...requests: (typeof WITHDRAWAL_PLAN)["requests"]) =>
  planParties({ ...planOf([]), requests }, WITHDRAWAL_DEPLOYMENT);

describe("the parties of a plan", () => {
  it("are routers and pools for trades", () => {
    expect(planParties(SAMPLE_PLAN, WITHDRAWAL_DEPLOYMENT)).toEqual({
      spenders: [ROUTER],
      payees: [WSTETH_POOL, ROUTER, WEETH_POOL].toSorted(),
      burned: [],
    });
  });

  it.each([
    ["the weETH adapter for ether.fi", etherFiRequest(ETHER, ETHER), [WITHDRAW_ADAPTER]],
    ["the queue for Lido", lidoRequest(ETHER), [WITHDRAWAL_QUEUE]],
    ["nobody for EigenLayer", QUEUE, []],
    ["nobody for leaving an operator", UNDELEGATION, []],
  ])("are %s, which takes what is requested", (_, request, spenders) => {
    expect(requesting(request)).toEqual({ spenders, payees: spenders, burned: [] });
  });

  it("have the tokens of claimed tickets burned, where a venue keeps tickets as tokens", () => {
    expect(planParties({ ...WITHDRAWAL_PLAN, requests: [] }, WITHDRAWAL_DEPLOYMENT)).toEqual({
      spenders: [],
      payees: [],
      burned: [
        { contract: WITHDRAW_NFT, id: 11n },
        { contract: WITHDRAW_NFT, id: 7n },
        { contract: WITHDRAWAL_QUEUE, id: 10n },
        { contract: WITHDRAWAL_QUEUE, id: 9n },
      ],
    });
  });

  it("are nobody that the deployment lacks", () => {
    const none = { spenders: [], payees: [], burned: [] };
    expect(planParties(WITHDRAWAL_PLAN, SAMPLE_DEPLOYMENT)).toEqual(none);
  });
});
