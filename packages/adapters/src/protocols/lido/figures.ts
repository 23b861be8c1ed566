import type { Address, Source } from "@ballast/core";
import type { ReadRequest } from "../../adapter.ts";
import type { Read } from "../../chain/read.ts";
import { readWord } from "../../chain/readWord.ts";
import { type FigureReadings, proxyFigures } from "../../proxies/proxyFigures.ts";
import type { NamedContract, ProxyReading } from "../../proxies/readProxies.ts";
import { LIDO_ID } from "./contracts.ts";
import type { LidoState } from "./flags.ts";
import type { PoolReading } from "./readPool.ts";

type Named = { readonly figure: string; readonly read: Read<bigint>; readonly source: Source };

/** No time is larger. */
const FOR_EVER = 2n ** 256n - 1n;

const asNumber = (read: Read<boolean>): Read<bigint> =>
  read.ok ? { ok: true, value: read.value ? 1n : 0n } : read;

/** The queue says when it resumes; the figure is the last second of the pause, as the other venues say it. */
function lastSecond(read: Read<bigint>): Read<bigint> {
  if (!read.ok || read.value === FOR_EVER || read.value === 0n) return read;
  return { ok: true, value: read.value - 1n };
}

function ofState(
  { pool, queue }: LidoState,
  { deployment }: Pick<ReadRequest, "deployment">,
): readonly Named[] {
  const { stETH } = deployment.venues[LIDO_ID] ?? {};
  const by = (contract: Address, method: string) => ({ kind: "call", contract, method }) as const;
  const ofPool: readonly Named[] =
    pool === null || stETH === undefined
      ? []
      : [
          {
            figure: "tvl",
            read: pool.totals.ok ? { ok: true, value: pool.totals.value.totalPooledEther } : pool.totals,
            source: by(stETH.address, "getTotalPooledEther"),
          },
          { figure: "pause:stETH", read: asNumber(pool.isStopped), source: by(stETH.address, "isStopped") },
        ];
  if (queue === null) return ofPool;
  return [
    ...ofPool,
    { figure: "exit-queue", read: queue.unfinalized, source: by(queue.address, "unfinalizedStETH") },
    {
      figure: "pause:withdrawalQueue",
      read: asNumber(queue.isPaused),
      source: by(queue.address, "isPaused"),
    },
    {
      figure: "paused-until:withdrawalQueue",
      read: lastSecond(queue.resumeSince),
      source: by(queue.address, "getResumeSinceTimestamp"),
    },
  ];
}

/** What an Aragon proxy answers in place of an empty slot: its implementation, and the kernel that chooses it. */
const ARAGON = { implementation: "implementation", admin: "kernel" } as const;

/**
 * stETH on mainnet is an Aragon AppProxyUpgradeable, which keeps its code's address in the kernel and answers `implementation()` and
 * `kernel()` itself (aragon/aragonOS, contracts/apps/AppProxyUpgradeable.sol, AppProxyBase.sol; lidofinance/core,
 * deployed-mainnet.json, app:lido). These are the figures of it; none where the contract reverts on both.
 */
function ofAragon(stETH: Address, pool: PoolReading): readonly Named[] {
  const slots = ["implementation", "admin"] as const;
  return slots.flatMap((slot) => {
    const method = ARAGON[slot];
    const result = pool[method];
    if (!result.ok && result.missing.code === "revert") return [];
    const source = { kind: "call", contract: stETH, method } as const;
    return [{ figure: `${slot}:stETH`, read: readWord(result, ""), source }];
  });
}

const isEmpty = ({ implementation, admin }: ProxyReading): boolean =>
  [implementation, admin].every((slot) => slot.ok && slot.value === 0n);

/** Who stands behind each proxy: the slots of EIP-1967 where they are filled, else what an Aragon proxy says. */
function ofProxies(proxies: readonly ProxyReading[], pool: PoolReading | null): FigureReadings {
  const aragon = proxies.flatMap((proxy) =>
    proxy.name === "stETH" && pool !== null && isEmpty(proxy) ? ofAragon(proxy.address, pool) : [],
  );
  const told = new Set(aragon.map(({ figure }) => figure));
  const slots = proxyFigures(LIDO_ID, { proxies, owners: [] });
  return {
    figures: [
      ...slots.figures.filter(({ figure }) => !told.has(figure)),
      ...aragon.flatMap((one) => ofNamed(one).figures),
    ],
    missing: [...slots.missing, ...aragon.flatMap((one) => ofNamed(one).missing)],
  };
}

const ofNamed = ({ figure, read, source }: Named): FigureReadings =>
  read.ok
    ? { figures: [{ venue: LIDO_ID, figure, value: read.value, source }], missing: [] }
    : { figures: [], missing: [{ ...read.missing, subject: `figure:${LIDO_ID}:${figure}` }] };

/** The contracts behind proxies. wstETH has none (lidofinance/core, deployed-mainnet.json). */
export function lidoProxies({ deployment }: Pick<ReadRequest, "deployment">): readonly NamedContract[] {
  const { stETH, withdrawalQueue } = deployment.venues[LIDO_ID] ?? {};
  return Object.entries({ stETH, withdrawalQueue }).flatMap(([name, contract]) =>
    contract === undefined ? [] : [{ name, address: contract.address }],
  );
}

/** Every figure that Lido's guards compare over time. */
export function lidoFigures(
  state: LidoState,
  facts: Pick<ReadRequest, "deployment"> & { readonly proxies: readonly ProxyReading[] },
): FigureReadings {
  const all = [...ofState(state, facts).map(ofNamed), ofProxies(facts.proxies, state.pool)];
  return { figures: all.flatMap(({ figures }) => figures), missing: all.flatMap(({ missing }) => missing) };
}
