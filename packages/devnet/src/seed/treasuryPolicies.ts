import { type Policy, parsePolicy } from "@ballast/core";
import { devnetAccounts } from "../accounts.ts";
import { operatorNamed } from "../deploy/eigenLayer.ts";
import { type TreasurySafe, treasurySafes } from "../deploy/treasurySafes.ts";
import { PolicyRefusedError } from "../errors.ts";

/** Shares of an account that its policy allows for each position. */
interface Bands {
  readonly weETH: readonly [min: string, target: string, max: string];
  readonly wstETH: readonly [min: string, target: string, max: string];
  readonly WETH: readonly [min: string, target: string, max: string];
  /** stETH with EigenLayer, delegated to the Safe's operator. */
  readonly restaked: readonly [min: string, target: string, max: string];
}

/**
 * The first policies of the treasury. Both hold while all is calm. Operations has room to follow a yield; Reserve has
 * less room than its own minimum trade, so that it stays where it is.
 */
const bands: readonly [Bands, Bands] = [
  {
    weETH: ["20%", "30%", "60%"],
    wstETH: ["20%", "42%", "70%"],
    WETH: ["15%", "18%", "30%"],
    restaked: ["0%", "10%", "20%"],
  },
  {
    weETH: ["8%", "10%", "12%"],
    wstETH: ["40%", "50%", "70%"],
    WETH: ["25%", "30%", "40%"],
    restaked: ["0%", "10%", "15%"],
  },
];

/**
 * The policy of each Safe.
 * @throws {PolicyRefusedError} when core refuses one
 */
export function treasuryPolicies(): { readonly safe: TreasurySafe; readonly policy: Policy }[] {
  return [
    { safe: treasurySafes[0], policy: parsed(treasurySafes[0], bands[0]) },
    { safe: treasurySafes[1], policy: parsed(treasurySafes[1], bands[1]) },
  ];
}

function parsed(safe: TreasurySafe, allowed: Bands): Policy {
  const result = parsePolicy(policyText(safe, allowed));
  if (result.ok) return result.policy;
  throw new PolicyRefusedError(safe.name, result.issues);
}

/** What both treasuries want to be told of, and how it is answered. */
const GUARDS = `guards:
  window: 1h
  backingLoss:
    threshold: 0%
    response: freeze-entries
  operatorSlashed:
    response: exit
  operatorAllocations:
    maxSlashable: 60%
    response: freeze-entries
  contractChanged:
    response: freeze-entries
  tvlDrop:
    threshold: 20%
    response: freeze-entries
  marketDepeg:
    threshold: 1%
    size: 50 ETH
    samples: 3
    response: freeze-entries
  staleOracle:
    feeds:
      - stETH/ETH
      - weETH/ETH
    grace: 1m
  sourceSilent:
    quorum: 2`;

function policyText(safe: TreasurySafe, allowed: Bands): string {
  return `schema: ballast/policy/1
account: "${safe.address}"
chainId: 31337
baseAsset: ETH
version: 1
mode: propose
proposer: "${devnetAccounts.proposer.address}"
looseningDelay: 1m
universe:
${band(restakedPosition(safe), allowed.restaked)}
${band("etherfi:weETH", allowed.weETH)}
${band("idle:WETH", allowed.WETH)}
${band("lido:stETH", ["0%", "0%", "20%"])}
${band("lido:wstETH", allowed.wstETH)}
caps:
  protocols:
    - venue: etherfi
      max: ${allowed.weETH[2]}
    - venue: lido
      max: ${allowed.wstETH[2]}
  operators:
    - operator: "${operatorNamed("A").address}"
      max: 9%
    - operator: "${operatorNamed("B").address}"
      max: 9%
liquidity:
  - share: 10%
    within: 1h
  - share: 25%
    within: 7d
objective:
  horizon: 90d
  yieldWindow: 10m
costs:
  slippage: 0.4%
  emergencySlippage: 2%
  minimumNetGain: 0.5 ETH
  payback: 30d
pace:
  cooldown: 10m
  dwell: 1h
  minimumTrade: 10 ETH
${GUARDS}
batch:
  maxCalls: 12
  maxGas: 3000000
proposalDeadline: 6h
`;
}

/** As the keeper names it: the strategy's token, and the operator in lower case. */
function restakedPosition({ operator }: TreasurySafe): string {
  return `eigenlayer:stETH@${operatorNamed(operator).address.toLowerCase()}`;
}

function band(position: string, [min, target, max]: Bands["weETH"]): string {
  return `  - position: ${position}
    min: ${min}
    target: ${target}
    max: ${max}`;
}
