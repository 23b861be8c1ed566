import { hash32, UnitError } from "@ballast/core";
import { mayRead } from "../../../../../auth/mayRead.ts";
import { signedBundleText } from "../../../../../queries/signedBundleText.ts";

export const dynamic = "force-dynamic";

type Params = { readonly params: Promise<{ readonly safeTxHash: string }> };

const text = (body: string, status: number) => new Response(body, { status });

/** The signed bundle of a proposal as a file: canonical bytes, the same that the browser checks. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  if (!(await mayRead())) return text("Sign in to read bundles.", 401);
  const { safeTxHash } = await params;
  try {
    const file = await signedBundleText(hash32(safeTxHash));
    if (file === null) return text("There is no signed bundle of this transaction.", 404);
    return new Response(file.text, {
      headers: {
        "content-type": "application/json",
        "content-disposition": `attachment; filename="bundle-${file.nonce}.json"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (error instanceof UnitError) return text(error.message, 400);
    throw error;
  }
}
