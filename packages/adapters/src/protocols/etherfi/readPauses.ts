import type { Address, Flag } from "@ballast/core";
import { encodeFunctionData } from "viem";
import type { ReadRequest } from "../../adapter.ts";
import { readSwitch, type SwitchReading } from "../../holdings/readSwitch.ts";
import { ETHERFI } from "./abi.ts";
import { ETHERFI_ID } from "./contracts.ts";
import { type PauseSwitch, SWITCHES } from "./switches.ts";

type ListedSwitch = PauseSwitch & { readonly address: Address };

const subject = `venue:${ETHERFI_ID}`;
const call = (to: Address, functionName: PauseSwitch["method"] | PauseSwitch["control"]) => ({
  subject,
  to,
  data: encodeFunctionData({ abi: ETHERFI, functionName }),
});

const flagOf = ({ address, code, stops, method }: ListedSwitch): Flag => ({
  venue: ETHERFI_ID,
  code,
  stops,
  source: { kind: "call", contract: address, method },
});

/** The contract has no such switch. Stated, and it stops nothing. */
const lackingFlag = ({ address, code }: ListedSwitch): Flag => ({
  venue: ETHERFI_ID,
  code: `no-getter:${code}`,
  stops: "none",
  source: { kind: "state", account: address, field: "code" },
});

/** The switches of contracts that the deployment lists, and a flag for each switch whose contract it does not list. */
export async function readPauses({ reader, deployment }: ReadRequest): Promise<SwitchReading> {
  const contracts = deployment.venues[ETHERFI_ID] ?? {};
  const { weETH } = contracts;
  if (weETH === undefined) return { flags: [], missing: [] };
  const listed = SWITCHES.flatMap((pause) => {
    const contract = contracts[pause.contract];
    return contract === undefined ? [] : [{ ...pause, address: contract.address }];
  });
  const unlisted = SWITCHES.filter(({ contract }) => contracts[contract] === undefined).map((pause) =>
    lackingFlag({ ...pause, address: weETH.address }),
  );
  const results = await reader.read([
    ...listed.map(({ address, method }) => call(address, method)),
    ...listed.map(({ address, control }) => call(address, control)),
  ]);
  const readings = listed.flatMap((pause, index) => {
    const result = results[index];
    const control = results[listed.length + index];
    if (result === undefined || control === undefined) return [];
    const isOn = (word: bigint) => (pause.method === "paused" ? word !== 0n : word >= reader.block.timestamp);
    return [
      readSwitch(result, { flag: flagOf(pause), isOn, lacking: { control, flag: lackingFlag(pause) } }),
    ];
  });
  return {
    flags: [...unlisted, ...readings.flatMap(({ flags }) => flags)],
    missing: readings.flatMap(({ missing }) => missing),
  };
}
