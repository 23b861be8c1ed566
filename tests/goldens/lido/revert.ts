/** A revert as it is compared: the error's name and those of its arguments that are known; addresses are not compared. */
export type Revert = { readonly name: string; readonly args?: readonly string[] };

const ADDRESS = /^0x[0-9a-fA-F]{40}$/;

/**
 * Reads the text that a recording has of a revert: `Name(1, 2)`, `Error(TEXT)`, or a sentence that holds `Error: Name(…)`, perhaps
 * cut off, in which the arguments are types and say nothing.
 */
export function parseRevert(text: string): Revert {
  const sentence = /Error: (\w+)\(([^)]*)/.exec(text);
  if (sentence !== null) return sentence[2] === "" ? revert(sentence[1], "") : { name: sentence[1] ?? "" };
  const reason = /following reason:\s*([^\n]+)/.exec(text);
  if (reason !== null) return { name: "Error", args: [reason[1] ?? ""] };
  const plain = /^(\w+)\((.*)\)$/s.exec(text.trim());
  return plain === null ? { name: text.trim() } : revert(plain[1], plain[2] ?? "");
}

function revert(name = "", list = ""): Revert {
  // A text may hold commas of its own.
  if (name === "Error") return { name, args: [list] };
  const args = list === "" ? [] : list.split(",").map((argument) => argument.trim());
  return { name, args: args.map((argument) => (ADDRESS.test(argument) ? "address" : argument)) };
}

/** Whether a revert is the recorded one, as far as the recording says. */
export function sameRevert(recorded: Revert, found: Revert): boolean {
  if (recorded.name !== found.name) return false;
  return recorded.args === undefined || recorded.args.join() === found.args?.join();
}
