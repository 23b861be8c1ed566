import { Command, CommanderError } from "commander";

type Register = (program: Command) => void;

/** Every command by its first word. A command loads its own module only: the databases, chains and kits that others need cost seconds. */
const commands: Readonly<Record<string, () => Promise<Register>>> = {
  keeper: async () => (await import("./commands/keeper.ts")).registerKeeper,
  tick: async () => (await import("./commands/tick.ts")).registerTick,
  explain: async () => (await import("./commands/explain.ts")).registerExplain,
  replay: async () => (await import("./commands/replay.ts")).registerReplay,
  doctor: async () => (await import("./commands/doctor.ts")).registerDoctor,
  policy: async () => (await import("./commands/policy.ts")).registerPolicy,
  proposals: async () => (await import("./commands/proposals.ts")).registerProposals,
  tickets: async () => (await import("./commands/tickets.ts")).registerTickets,
  verify: async () => (await import("./commands/verify.ts")).registerVerify,
  devnet: async () => (await import("./commands/devnet.ts")).registerDevnet,
  db: async () => (await import("./commands/db.ts")).registerDb,
};

const program = new Command("ballast")
  .description(
    "Keeps a restaking treasury in trim: watches it, judges it by your policy, and proposes Safe transactions.",
  )
  .showHelpAfterError("Add --help to see what it takes.")
  .addHelpText("after", "\nExit codes: 0 fine, 1 failed, 2 bad usage, 75 try again.")
  .exitOverride();

const asked = commands[process.argv[2] ?? ""];
for (const load of asked === undefined ? Object.values(commands) : [asked]) (await load())(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Help and version are no failures; everything else that commander refuses is bad usage.
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
