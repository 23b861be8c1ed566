import { getContractAddress } from "viem";
import { proxyAbi } from "../abis.ts";
import { devnetAccounts } from "../accounts.ts";
import { deploymentGas, initCode } from "../deploy/deployContracts.ts";
import { operatorAddresses } from "../deploy/operatorDeployments.ts";
import { type Proxied, proxied } from "../deploy/proxied.ts";
import { loadContracts } from "../solidity/loadContracts.ts";
import { readParameters } from "./readParameters.ts";
import type { Scenario } from "./scenario.ts";
import { venueCall } from "./venueCall.ts";

const operator = devnetAccounts.operator.address;
const words: readonly [Proxied, ...Proxied[]] = ["delegationManager", ...(Object.keys(proxied) as Proxied[])];

/** The governor gives a proxy another implementation. Its code is the same, its address is not: whoever watches cannot know more either. */
export const upgrade: Scenario = async ({ chain, submit }, parameters) => {
  const { contract } = readParameters(parameters, { contract: { words } });
  const nonce = BigInt(await chain.reader.getTransactionCount({ address: operator }));
  const implementation = getContractAddress({ from: operator, nonce });
  const data = initCode(proxied[contract], await loadContracts());
  const transactions = await submit([
    { what: `deploy another ${contract}`, from: operator, data, gas: deploymentGas },
    venueCall({
      what: `upgrade ${contract}`,
      to: operatorAddresses[contract],
      abi: proxyAbi,
      functionName: "upgradeTo",
      from: devnetAccounts.governor.address,
      args: [implementation],
    }),
  ]);
  return {
    sentence: `The governor upgraded ${contract}: its proxy now runs the code at ${implementation}.`,
    transactions,
  };
};
