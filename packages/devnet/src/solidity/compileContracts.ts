import { SolidityError } from "../errors.ts";
import type { Artifact } from "./artifact.ts";
import type { CompilerInput } from "./compilerInput.ts";

interface CompilerOutput {
  readonly errors?: readonly {
    readonly severity: string;
    readonly errorCode?: string;
    readonly formattedMessage: string;
  }[];
  readonly contracts: Record<
    string,
    Record<string, { abi: Artifact["abi"]; evm: { bytecode: { object: string } } }>
  >;
}

/** More code than EIP-170 allows on mainnet. Unoptimised code is more than twice as long, and the devnet's node takes it. */
const codeSizeWarning = "5574";

/**
 * Compiles with solc from npm, without any network.
 * @throws {SolidityError} when a source does not compile; warnings count, too.
 */
export async function compileContracts(input: CompilerInput): Promise<Record<string, Artifact>> {
  const { default: solc } = await import("solc");
  const output = JSON.parse(solc.compile(input.json)) as CompilerOutput;
  const problems = (output.errors ?? []).filter(
    (problem) => problem.severity !== "info" && problem.errorCode !== codeSizeWarning,
  );
  if (problems.length > 0) throw new SolidityError(problems.map((problem) => problem.formattedMessage));
  const named = Object.values(output.contracts).flatMap((file) => Object.entries(file));
  return Object.fromEntries(
    named.map(([name, { abi, evm }]) => [
      name,
      { abi, bytecode: `0x${evm.bytecode.object}` } satisfies Artifact,
    ]),
  );
}
