import type { Address, Flag, UnixSeconds } from "@ballast/core";
import type { Deployment } from "../../deployment/types.ts";
import { readSwitch, type SwitchReading } from "../../holdings/readSwitch.ts";
import { ETHERFI_ID } from "./contracts.ts";
import { isOn } from "./isOn.ts";
import type { SwitchAnswer } from "./readSwitches.ts";
import { type PauseSwitch, SWITCHES } from "./switches.ts";

type Located = Pick<PauseSwitch, "code" | "stops" | "method"> & { readonly address: Address };

const flagOf = ({ address, code, stops, method }: Located): Flag => ({
  venue: ETHERFI_ID,
  code,
  stops,
  source: { kind: "call", contract: address, method },
});

/** The contract has no such switch. Stated, and it stops nothing. */
const lackingFlag = ({ address, code }: Pick<Located, "address" | "code">): Flag => ({
  venue: ETHERFI_ID,
  code: `no-getter:${code}`,
  stops: "none",
  source: { kind: "state", account: address, field: "code" },
});

/** A flag for each switch that nobody can look at, because the deployment does not list its contract. */
function unlistedFlags(deployment: Deployment): readonly Flag[] {
  const contracts = deployment.venues[ETHERFI_ID] ?? {};
  const { weETH } = contracts;
  if (weETH === undefined) return [];
  return SWITCHES.filter(({ always, contract }) => always && contracts[contract] === undefined).map(
    ({ code }) => lackingFlag({ address: weETH.address, code }),
  );
}

function ofAnswer(answer: SwitchAnswer, now: UnixSeconds): SwitchReading {
  const { result, control } = answer;
  return readSwitch(result, {
    flag: flagOf(answer),
    isOn: (word) => isOn(word, { method: answer.method, now }),
    lacking: { control, flag: lackingFlag(answer) },
  });
}

/**
 * What is paused, which switches nobody can see, and which did not answer. A way out whose own switch did not answer is missing by
 * itself, and so is its figure: it says nothing of the venue as a whole.
 */
export function pauseFlags(
  answers: readonly SwitchAnswer[],
  { deployment, now }: { readonly deployment: Deployment; readonly now: UnixSeconds },
): SwitchReading {
  const readings = answers.map((answer) => ofAnswer(answer, now));
  return {
    flags: [...unlistedFlags(deployment), ...readings.flatMap(({ flags }) => flags)],
    missing: readings.flatMap(({ missing }, index) => (answers[index]?.always ? missing : [])),
  };
}
