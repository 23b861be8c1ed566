import { expect, it } from "vitest";
import { contractNetworks } from "./contractNetworks.ts";
import { SAMPLE_DEPLOYMENT } from "./testing/sampleDeployment.ts";

it("names every contract that protocol-kit would else look up itself, under the deployment's chain", () => {
  const networks = contractNetworks(SAMPLE_DEPLOYMENT);
  expect(Object.keys(networks)).toEqual(["31337"]);
  const { contracts } = SAMPLE_DEPLOYMENT.safe;
  expect(networks["31337"]).toMatchObject({
    multiSendCallOnlyAddress: contracts.multiSendCallOnly.address,
    multiSendAddress: contracts.multiSend.address,
    safeSingletonAddress: contracts.safe.address,
  });
  expect(Object.values(networks["31337"] ?? {})).not.toContain(undefined);
  expect(Object.keys(networks["31337"] ?? {})).toHaveLength(8);
});
