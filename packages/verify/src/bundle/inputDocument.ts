import type { z } from "zod";
import { demand } from "./demand.ts";
import { parseFields } from "./schema/parseFields.ts";
import type { Bundle } from "./schema/signedBundle.ts";

/**
 * The one input of a kind, read by its schema.
 * @throws CheckFailedError when there is none or more than one; FieldError
 */
export function inputDocument<Schema extends z.ZodType>(
  bundle: Bundle,
  { kind, schema }: { kind: string; schema: Schema },
): z.infer<Schema> {
  const found = bundle.inputs.flatMap((input, index) => (input.kind === kind ? [{ input, index }] : []));
  demand(found.length === 1, `bundle.inputs holds ${found.length} documents of kind ${kind}, not 1`);
  const [{ input, index }] = found as [(typeof found)[0]];
  return parseFields(schema, { document: input.document, path: `bundle.inputs[${index}].document` });
}
