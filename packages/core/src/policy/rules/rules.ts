import type { Rule } from "../rule.ts";
import { cooldown } from "./cooldown.ts";
import { dwell } from "./dwell.ts";
import { liquidityLadder } from "./liquidityLadder.ts";
import { marketDepeg } from "./marketDepeg.ts";
import { missingData } from "./missingData.ts";
import { openProposal } from "./openProposal.ts";
import { positionBand } from "./positionBand.ts";
import { protocolCap } from "./protocolCap.ts";
import { sourceSilent } from "./sourceSilent.ts";
import { staleOracle } from "./staleOracle.ts";
import { venueFlag } from "./venueFlag.ts";

/** Every rule that judges an account. A new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  cooldown,
  dwell,
  liquidityLadder,
  marketDepeg,
  missingData,
  openProposal,
  positionBand,
  protocolCap,
  sourceSilent,
  staleOracle,
  venueFlag,
];
