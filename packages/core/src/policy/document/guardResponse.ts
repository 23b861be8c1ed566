import { choice, orElse } from "./fields.ts";

const RESPONSES = ["notify", "freeze-entries", "exit"] as const;

/** What a guard does when it trips; left out, what it does in a policy that says nothing of the guard. */
export const guardResponse = (what: string, text: (typeof RESPONSES)[number] = "notify") =>
  orElse(
    choice(RESPONSES, {
      title: "Response",
      description: `What ${what} leads to: tell, stop new entries, or propose an exit of what is held.`,
      tightens: "stronger",
      because: "A stronger response does all that a milder one does: it tells, stops entries, then leaves.",
    }),
    text,
  );
