import type { Address } from "@ballast/core";
import { toFunctionSelector } from "viem";
import type { ReadRequest } from "../../adapter.ts";
import type { PinnedResult } from "../../chain/pinnedReader.ts";
import { ETHERFI_ID } from "./contracts.ts";
import { type PauseSwitch, SWITCHES } from "./switches.ts";

/** A switch of a contract that the deployment lists, with what it and its control answered. */
export type SwitchAnswer = PauseSwitch & {
  readonly address: Address;
  readonly result: PinnedResult;
  readonly control: PinnedResult;
};

const subject = `venue:${ETHERFI_ID}`;
const getter = (to: Address, name: string) => ({ subject, to, data: toFunctionSelector(`${name}()`) });

/** Asks every switch of the contracts that the deployment lists. */
export async function readSwitches({ reader, deployment }: ReadRequest): Promise<readonly SwitchAnswer[]> {
  const contracts = deployment.venues[ETHERFI_ID] ?? {};
  const listed = SWITCHES.flatMap((pause) => {
    const address = contracts[pause.contract]?.address;
    return address === undefined ? [] : [{ ...pause, address }];
  });
  const results = await reader.read([
    ...listed.map(({ address, method }) => getter(address, method)),
    ...listed.map(({ address, answers }) => getter(address, answers)),
  ]);
  return listed.flatMap((pause, index) => {
    const result = results[index];
    const control = results[listed.length + index];
    return result === undefined || control === undefined ? [] : [{ ...pause, result, control }];
  });
}
