import type { Address, Flag } from "@ballast/core";
import { encodeFunctionData } from "viem";
import type { ReadRequest, VenueReadings } from "../../adapter.ts";
import { readHoldings } from "../../holdings/readHoldings.ts";
import { readSwitch, type SwitchReading } from "../../holdings/readSwitch.ts";
import { LIDO } from "./abi.ts";
import { LIDO_ID } from "./contracts.ts";
import { lidoHoldings } from "./holdings.ts";

/** stETH stands still: no transfer, no wrap or unwrap. wstETH itself still trades on markets, so only entries stop. */
const stopped = (stETH: Address): Flag => ({
  venue: LIDO_ID,
  code: "steth-stopped",
  stops: "entries",
  source: { kind: "call", contract: stETH, method: "isStopped" },
});

/** The deployment has no stETH, so nobody can say whether it stands still. Stated, and it stops nothing. */
const noSwitch = (wstETH: Address): Flag => ({
  venue: LIDO_ID,
  code: "no-pause-getter",
  stops: "none",
  source: { kind: "state", account: wstETH, field: "code" },
});

async function readStopped({ reader, deployment }: ReadRequest): Promise<SwitchReading> {
  const { stETH, wstETH } = deployment.venues[LIDO_ID] ?? {};
  if (wstETH === undefined) return { flags: [], missing: [] };
  if (stETH === undefined) return { flags: [noSwitch(wstETH.address)], missing: [] };
  const data = encodeFunctionData({ abi: LIDO, functionName: "isStopped" });
  const [result] = await reader.read([{ subject: `venue:${LIDO_ID}`, to: stETH.address, data }]);
  if (result === undefined) return { flags: [], missing: [] };
  return readSwitch(result, { flag: stopped(stETH.address), isOn: (word) => word !== 0n });
}

/** Balance and rate of wstETH, and whether stETH stands still. */
export async function read(request: ReadRequest): Promise<VenueReadings> {
  const holdings = lidoHoldings(request.deployment);
  const [held, pause] = await Promise.all([readHoldings(holdings, request), readStopped(request)]);
  return { ...held, figures: [], flags: pause.flags, missing: [...held.missing, ...pause.missing] };
}
