import type { Address } from "@ballast/core";
import type { ReadRequest } from "../../adapter.ts";
import type { Read } from "../../chain/read.ts";
import { readWord } from "../../chain/readWord.ts";
import { isLacking } from "../../holdings/isLacking.ts";
import { type FigureReadings, proxyFigures } from "../../proxies/proxyFigures.ts";
import type { NamedContract, ProxyReading } from "../../proxies/readProxies.ts";
import { contractNames, ETHERFI_ID } from "./contracts.ts";
import type { SwitchAnswer } from "./readSwitches.ts";
import type { EtherfiState } from "./state.ts";

type Named = {
  readonly figure: string;
  readonly read: Read<bigint>;
  readonly contract: Address;
  readonly method: string;
};

const ofNamed = ({ figure, read, contract, method }: Named): FigureReadings => {
  if (!read.ok)
    return { figures: [], missing: [{ ...read.missing, subject: `figure:${ETHERFI_ID}:${figure}` }] };
  const source = { kind: "call", contract, method } as const;
  return { figures: [{ venue: ETHERFI_ID, figure, value: read.value, source }], missing: [] };
};

/** `pause:<contract>` is 1 while `paused()` says so; `paused-until:<contract>` is the last second of a timed pause, over or not. */
function ofSwitch({ contract, method, address, result, control }: SwitchAnswer): readonly Named[] {
  if (isLacking(result, control)) return [];
  const figure = method === "paused" ? `pause:${contract}` : `paused-until:${contract}`;
  return [{ figure, read: readWord(result, ""), contract: address, method }];
}

function ofState({ pool, queue }: EtherfiState, { deployment }: Pick<ReadRequest, "deployment">) {
  const { liquidityPool } = deployment.venues[ETHERFI_ID] ?? {};
  const tvl: readonly Named[] =
    pool === null || liquidityPool === undefined
      ? []
      : [
          {
            figure: "tvl",
            read: pool.pooled,
            contract: liquidityPool.address,
            method: "getTotalPooledEther",
          },
        ];
  const waiting: readonly Named[] =
    queue === null
      ? []
      : [
          {
            figure: "exit-queue",
            read: queue.waiting,
            contract: queue.address,
            method: "ethAmountLockedForWithdrawal",
          },
        ];
  return [...tvl, ...waiting];
}

/** Every contract of the venue stands behind a proxy (etherfi-protocol/smart-contracts, src/utils/UUPSProxy.sol). */
export function etherfiProxies({ deployment }: Pick<ReadRequest, "deployment">): readonly NamedContract[] {
  const contracts = deployment.venues[ETHERFI_ID] ?? {};
  return [...contractNames.required, ...contractNames.optional].flatMap((name) => {
    const address = contracts[name]?.address;
    return address === undefined ? [] : [{ name, address }];
  });
}

/** Every figure that guards compare over time. */
export function etherfiFigures(
  state: EtherfiState,
  facts: Pick<ReadRequest, "deployment"> & { readonly proxies: readonly ProxyReading[] },
): FigureReadings {
  const named = [...ofState(state, facts), ...state.switches.flatMap(ofSwitch)];
  const all = [...named.map(ofNamed), proxyFigures(ETHERFI_ID, { proxies: facts.proxies, owners: [] })];
  return { figures: all.flatMap(({ figures }) => figures), missing: all.flatMap(({ missing }) => missing) };
}
