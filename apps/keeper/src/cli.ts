import { Command, CommanderError } from "commander";
import { registerDb } from "./commands/db.ts";
import { registerDevnet } from "./commands/devnet.ts";
import { registerDoctor } from "./commands/doctor.ts";
import { registerExplain } from "./commands/explain.ts";
import { registerKeeper } from "./commands/keeper.ts";
import { registerPolicy } from "./commands/policy.ts";
import { registerProposals } from "./commands/proposals.ts";
import { registerReplay } from "./commands/replay.ts";
import { registerTick } from "./commands/tick.ts";
import { registerVerify } from "./commands/verify.ts";

const program = new Command("ballast")
  .description(
    "Keeps a restaking treasury in trim: watches it, judges it by your policy, and proposes Safe transactions.",
  )
  .showHelpAfterError("Add --help to see what it takes.")
  .addHelpText("after", "\nExit codes: 0 fine, 1 failed, 2 bad usage, 75 try again.")
  .exitOverride();

for (const register of [
  registerKeeper,
  registerTick,
  registerExplain,
  registerReplay,
  registerDoctor,
  registerPolicy,
  registerProposals,
  registerVerify,
  registerDevnet,
  registerDb,
]) {
  register(program);
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Help and version are no failures; everything else that commander refuses is bad usage.
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
